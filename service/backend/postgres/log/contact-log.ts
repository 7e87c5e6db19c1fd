import type { ContactSummary } from '../../../contact/contact-summary.js';
import type { Entry } from '../../../contact/entry.js';
import type { Clock } from '../../../clock.js';
import { ServiceError } from '../../../errors.js';
import { appendByPost } from '../../memory/append-by-post.js';
import type { Append, Appended, AppendWriter, ContactLog, ContactPage, OnDamage } from '../../contact-log.js';
import type { OnCommit } from '../../backend.js';
import type { ContactQuery } from '../../contact-query.js';
import type { Database } from '../database/database.js';
import type { ProcessLease } from '../processes/lease.js';
import { createAppendQueue, type AppendQueue } from './append-queue.js';
import { leftOf } from './append-group.js';
import { Damage } from './damage.js';
import { listStatement } from './list-statement.js';
import * as statements from './log-statements.js';
import { storeGroup } from './store-group.js';
import { lastNumbers } from './append-statement.js';

export interface PostgresContactLogOptions {
  database: Database;
  lease: ProcessLease;
  clock: Pick<Clock, 'monotonic'>;
  /** Told of the deadlines that an append has stored, by when they come on the monotonic clock. */
  onDeadlines: (contactId: string, dues: Map<number, number>) => void;
  onCommit?: OnCommit | undefined;
}

/** Milliseconds for which a commit shows that the next one will go through. */
const trustedFor = 5_000;

/** Every contact's log in one table, whose primary key is contact and number. */
export class PostgresContactLog implements ContactLog {
  readonly #options: PostgresContactLogOptions;
  readonly #queue: AppendQueue;
  readonly #damage = new Damage();
  #committedAt = -Infinity;
  #isClosed = false;

  constructor(options: PostgresContactLogOptions) {
    this.#options = options;
    const { database, lease, clock } = options;
    this.#queue = createAppendQueue({
      store: async (group) => {
        const from = clock.monotonic();
        const stored = await storeGroup(group, {
          database,
          lease,
          onTrouble: (cause) => this.#failed(cause),
          isClosed: () => this.#isClosed,
        });
        this.#committedAt = clock.monotonic();
        options.onCommit?.(group.length, this.#committedAt - from);
        return stored;
      },
      stored: (each) => this.#noteDeadlines(each),
      conflicts: (each, writer) => void this.#tellOutdated(each, writer),
    });
  }

  /** What waits is not to wait for the group that is tried again, and a health check has to see for itself. */
  #failed(cause: unknown): void {
    this.#committedAt = -Infinity;
    this.#queue.rejectWaiting(cause);
  }

  append(...given: Parameters<ContactLog['append']>): Promise<Appended> {
    return appendByPost(this, ...given);
  }

  post(given: Append, writer: AppendWriter): void {
    this.#queue.add(given, writer);
  }

  async #tellOutdated({ contactId }: Append, writer: AppendWriter): Promise<void> {
    let lastSeq: number;
    try {
      const [row] = await this.#options.database.query<{ seq: number }>(lastNumbers, [[contactId]]);
      lastSeq = row!.seq;
    } catch (error) {
      return writer.failed(error);
    }
    writer.outdated(lastSeq);
  }

  /** Only a query could tell. */
  isNew(): boolean {
    return false;
  }

  async read(contactId: string, after: number, limit: number): Promise<Entry[]> {
    if (!isStorable(contactId)) return [];
    const rows = await this.#options.database.query<{ seq: number; entry: string }>(statements.read, [
      ...[contactId, after, limit],
    ]);
    return rows.map(({ seq, entry }, index) => {
      if (seq !== after + 1 + index) throw this.#damage.found(contactId, `lacks entry ${after + 1 + index}`);
      return this.#parsed<Entry>(contactId, entry, `has a damaged entry ${seq}`);
    });
  }

  async summary(contactId: string): Promise<ContactSummary | null> {
    if (!isStorable(contactId)) return null;
    const [row] = await this.#options.database.query<{ summary: string }>(statements.summary, [contactId]);
    return row ? this.#parsed<ContactSummary>(contactId, row.summary, 'has a damaged summary') : null;
  }

  async list(query: ContactQuery): Promise<ContactPage> {
    const { statement, values } = listStatement(query);
    if (!values.every((value) => typeof value !== 'string' || isStorable(value))) return pageOf([]);
    const rows = await this.#options.database.query<{ summary: string }>(statement, values);
    return pageOf(rows.map(({ summary }) => JSON.parse(summary) as ContactSummary));
  }

  async active(): Promise<ContactPage> {
    const rows = await this.#options.database.query<{ summary: string }>(statements.active);
    return pageOf(rows.map(({ summary }) => JSON.parse(summary) as ContactSummary));
  }

  async erase(contactId: string): Promise<void> {
    if (!isStorable(contactId)) return;
    await this.#options.database.transaction(async (run) => {
      await run(statements.eraseLock);
      for (const each of statements.erase) await run(each, [contactId]);
    });
    this.#damage.forget(contactId);
  }

  onDamage(damaged: OnDamage): () => void {
    return this.#damage.on(damaged);
  }

  async check(): Promise<void> {
    const { clock, database, lease } = this.#options;
    if (!lease.isHeld) throw unavailable('This process has no lease in the database at the moment.');
    if (clock.monotonic() - this.#committedAt < trustedFor) return;
    await database.query(statements.check).catch((cause: unknown) => {
      throw unavailable('The database cannot be reached, or cannot store anything.', cause);
    });
    this.#committedAt = clock.monotonic();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.settled();
  }

  #noteDeadlines({ contactId, entries, summary }: Append): void {
    if (!summary) return;
    const { deadlines = [] } = summary;
    const now = this.#options.clock.monotonic();
    this.#options.onDeadlines(
      contactId,
      new Map(deadlines.map((each) => [each.at, now + leftOf(entries, each)])),
    );
  }

  #parsed<T>(contactId: string, text: string, what: string): T {
    try {
      return JSON.parse(text) as T;
    } catch {
      throw this.#damage.found(contactId, what);
    }
  }
}

const unavailable = (message: string, cause?: unknown): ServiceError =>
  new ServiceError('TEMPORARILY_UNAVAILABLE', { message, cause });

/** PostgreSQL's text has no U+0000: nothing is stored under an id with one. */
const isStorable = (text: string): boolean => !text.includes('\0');

const pageOf = (contacts: ContactSummary[]): ContactPage => ({ contacts, damaged: [], isIncomplete: false });

import { ClassicLevel } from 'classic-level';
import { numbered } from '../../contact/evolve-all.js';
import type { ContactSummary } from '../../contact/contact-summary.js';
import type { Entry, NewEntry } from '../../contact/entry.js';
import type { Appended, ContactLog, ContactQuery } from '../contact-log.js';
import { findDamage } from './check-database.js';
import { createCommitQueue, type CommitQueue, type Operation } from './commit-queue.js';
import { contactKeys as keys } from './contact-keys.js';
import { contactRecords, type ContactRecord } from './contact-records.js';
import { damaged, openingFailure, reading } from './database-failure.js';
import { createHeads, type Heads } from './heads.js';
import { writeSynced } from './synced-batch.js';
import { createTrouble, type OnTrouble, type Trouble } from './trouble.js';

export interface EmbeddedContactLogOptions {
  /** The database's folder; created if missing. */
  folder: string;
  /** Makes a batch durable; the default is LevelDB's own synced batch. Tests make it fail, or count. */
  write?: (db: ClassicLevel, batch: Operation[]) => Promise<void>;
  /** Told why nothing can be stored, once, and `null` once everything can again. */
  onTrouble?: OnTrouble;
}

/** Milliseconds for which a commit shows that the next one will go through: a health check costs no write then. */
const trustedFor = 5_000;
/**
 * Bytes that LevelDB gathers before it sorts them into a file. Contacts' keys lie all over, so that each such file is
 * merged with nearly all others: with the 4 MiB of the default that cost a fourth more for each entry. A start after a
 * crash reads this much again.
 */
const writeBufferSize = 16 * 1024 * 1024;

/**
 * Opens the embedded log: LevelDB in a folder, which it locks against a second process. All appends of one moment share
 * a synced batch. Rejects with a plain sentence where the folder is in use, or damaged.
 */
export async function openEmbeddedContactLog(
  options: EmbeddedContactLogOptions,
): Promise<EmbeddedContactLog> {
  const { folder, write = writeSynced, onTrouble = () => undefined } = options;
  const damage = await findDamage(folder);
  if (damage !== null) throw damaged(folder, damage);
  const db = new ClassicLevel(folder, { writeBufferSize });
  try {
    await db.open();
  } catch (error) {
    throw openingFailure(folder, error);
  }
  return new EmbeddedContactLog(db, write, onTrouble);
}

/** The embedded log, which can be copied as a whole. */
export class EmbeddedContactLog implements ContactLog {
  readonly #db: ClassicLevel;
  readonly #queue: CommitQueue;
  readonly #heads: Heads;
  readonly #trouble: Trouble;

  constructor(
    db: ClassicLevel,
    write: NonNullable<EmbeddedContactLogOptions['write']>,
    onTrouble: OnTrouble,
  ) {
    this.#db = db;
    // Reads fail too while the database is closed: without this it would stay so until somebody writes.
    this.#trouble = createTrouble({ retry: () => this.#probe(), onTrouble });
    this.#heads = createHeads((contactId) => this.#readLast(contactId));
    let mustReopen = false;
    this.#queue = createCommitQueue(
      async (batch) => {
        // LevelDB remembers a failed write and refuses all that follow, until it is opened again.
        if (mustReopen) await reopen(db);
        mustReopen = false;
        await write(db, batch);
        this.#trouble.succeeded();
      },
      (cause) => {
        mustReopen = true;
        this.#trouble.failed(cause);
        this.#heads.forgetAll();
      },
    );
  }

  append(
    contactId: string,
    expected: number,
    entries: NewEntry[],
    summary?: ContactSummary,
  ): Promise<Appended> {
    const head = this.#heads.known(contactId);
    if (head === undefined)
      return this.#reading(() => this.#heads.get(contactId)).then(() =>
        this.append(contactId, expected, entries, summary),
      );
    // Asked and answered without a pause: between the two no other append can come.
    if (head !== expected) return Promise.resolve({ ok: false, lastSeq: head });
    const added = numbered(expected, entries);
    this.#heads.set(contactId, expected + added.length);
    return this.#queue.commit<Appended>(operationsOf(contactId, added, summary), {
      ok: true,
      entries: added,
    });
  }

  async read(contactId: string, after: number, limit: number): Promise<Entry[]> {
    // Nearly every follower comes to a log's end, and LevelDB needs another thread to see that nothing is there.
    if (after >= (this.#heads.known(contactId) ?? Infinity)) return [];
    const learn = this.#heads.learn();
    const range = { gt: keys.entry(contactId, after), lt: keys.entriesEnd(contactId), limit };
    const values = await this.#reading(() => this.#db.values(range).all());
    const entries = values.map((value) => JSON.parse(value) as Entry);
    if (entries.length < limit && (entries.length > 0 || after === 0))
      learn(contactId, entries.at(-1)?.seq ?? 0);
    return entries;
  }

  async summary(contactId: string): Promise<ContactSummary | null> {
    const value = await this.#reading(() => this.#db.get(keys.summary(contactId)));
    return value === undefined ? null : (JSON.parse(value) as ContactSummary);
  }

  list(query: ContactQuery): Promise<ContactSummary[]> {
    return this.#reading(() => this.#list(query));
  }

  async #list({ before, where = () => true, limit }: ContactQuery): Promise<ContactSummary[]> {
    const lt = before ? keys.started(before.startedAt, before.contactId) : keys.startedEnd;
    const found: ContactSummary[] = [];
    const iterator = this.#db.keys({ gt: keys.startedFrom, lt, reverse: true });
    try {
      while (found.length < limit) {
        const page = await iterator.nextv(Math.max(limit, 100));
        if (page.length === 0) break;
        found.push(...(await this.#summaries(page.map(keys.startedId))).filter(where));
      }
    } finally {
      await iterator.close();
    }
    return found.slice(0, limit);
  }

  async active(): Promise<ContactSummary[]> {
    const active = await this.#reading(() =>
      this.#db.keys({ gt: keys.activeFrom, lt: keys.activeEnd }).all(),
    );
    return this.#summaries(active.map(keys.activeId));
  }

  async erase(contactId: string): Promise<void> {
    await this.#queue.drained();
    const summary = await this.summary(contactId);
    const range = { gt: keys.entry(contactId, 0), lt: keys.entriesEnd(contactId) };
    const entries = await this.#reading(() => this.#db.keys(range).all());
    const erased = [...entries, keys.summary(contactId), keys.active(contactId)];
    if (summary) erased.push(keys.started(summary.startedAt, contactId));
    this.#heads.forget(contactId);
    await this.#queue.commit(erased.map((key) => ({ type: 'del', key })));
    this.#heads.forget(contactId);
  }

  async check(): Promise<void> {
    if (!this.#trouble.hasSucceededWithin(trustedFor)) await this.#probe();
  }

  async #probe(): Promise<void> {
    await this.#queue.commit([{ type: 'put', key: keys.check, value: '' }]);
  }

  /** Everything that is stored, for a backup; what is written meanwhile is not part of it. */
  records(): AsyncIterable<ContactRecord[]> {
    return contactRecords.read(this.#db);
  }

  async close(): Promise<void> {
    this.#trouble.close();
    await this.#queue.drained();
    await this.#db.close();
  }

  async #summaries(contactIds: string[]): Promise<ContactSummary[]> {
    const values = await this.#reading(() => this.#db.getMany(contactIds.map(keys.summary)));
    return values.flatMap((value) => (value === undefined ? [] : [JSON.parse(value) as ContactSummary]));
  }

  #reading<T>(work: () => Promise<T>): Promise<T> {
    return reading(this.#db.location, work);
  }

  async #readLast(contactId: string): Promise<number> {
    const range = { gt: keys.entry(contactId, 0), lt: keys.entriesEnd(contactId), reverse: true, limit: 1 };
    const [last] = await this.#db.keys(range).all();
    return last === undefined ? 0 : Number(last.slice(last.lastIndexOf('!') + 1));
  }
}

async function reopen(db: ClassicLevel): Promise<void> {
  await db.close();
  await db.open();
}

function operationsOf(contactId: string, entries: Entry[], summary: ContactSummary | undefined): Operation[] {
  const operations: Operation[] = [];
  for (const entry of entries)
    operations.push({ type: 'put', key: keys.entry(contactId, entry.seq), value: JSON.stringify(entry) });
  if (!summary) return operations;
  const active = keys.active(contactId);
  return [
    ...operations,
    { type: 'put', key: keys.summary(contactId), value: JSON.stringify(summary) },
    { type: 'put', key: keys.started(summary.startedAt, contactId), value: '' },
    summary.state === 'ACTIVE' ? { type: 'put', key: active, value: '' } : { type: 'del', key: active },
  ];
}

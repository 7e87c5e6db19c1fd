import { ClassicLevel } from 'classic-level';
import { systemClock } from '../../../clock.js';
import type { ContactSummary } from '../../../contact/contact-summary.js';
import { entryJson } from '../../../contact/entry-json.js';
import type { Entry } from '../../../contact/entry.js';
import type { OnCommit } from '../../backend.js';
import { appendByPost } from '../../memory/append-by-post.js';
import type { Append, Appended, AppendWriter, ContactLog, ContactPage, OnDamage } from '../../contact-log.js';
import type { ContactQuery } from '../../contact-query.js';
import { inspectDatabase } from './check-database.js';
import { createCommitQueue, type CommitQueue, type LogEnd, type Operation } from './commit-queue.js';
import { ContactDamage } from './contact-damage.js';
import { contactKeys as keys } from './contact-keys.js';
import { ContactList } from './contact-list.js';
import { ContactReader } from './contact-reader.js';
import { contactRecords, type ContactRecord } from './contact-records.js';
import { damaged, openingFailure } from '../database-failure.js';
import { Erasures } from './erasures.js';
import { FreshReads } from './fresh-reads.js';
import { createHeads, type Heads } from './heads.js';
import { keysOf } from './keys-of.js';
import { LateMarks } from './late-marks.js';
import { putRecord } from './put-record.js';
import { readCommits } from './read-commits.js';
import { Readings } from './readings.js';
import { writeSynced } from './synced-batch.js';
import { TableScrub, type OnTableDamage } from './table-scrub.js';
import { createCommitRetry, type OnCommitFailure, type CommitRetry } from './commit-retry.js';

export interface EmbeddedContactLogOptions {
  /** The database's folder; created if missing. */
  folder: string;
  /** Commits that the database must contain: if it counts fewer, some are lost. Null if it may be new. */
  commitsAtLeast?: number | null;
  /** Makes a batch durable. Default: LevelDB's own synced batch. Tests replace it to count or to fail. */
  write?: (db: ClassicLevel, batch: Operation[]) => Promise<void>;
  /**
   * Called once with the reason if nothing can be stored, and once with `null` when commits succeed again.
   */
  onCommitFailure?: OnCommitFailure;
  onCommit?: OnCommit | undefined;
  /** Called for each damaged table, soon after the start. */
  onTableDamage?: OnTableDamage;
}

/**
 * Milliseconds for which a successful commit counts as proof of health, so that a health check needs no
 * write.
 */
const trustedFor = 5_000;
/**
 * Size in bytes of LevelDB's write buffer, which it sorts into a table. Keys of contacts are scattered, so
 * each table must be merged with nearly all others: with the default of 4 MiB, each entry cost a quarter
 * more. After a crash, a start reads this much again.
 */
const writeBufferSize = 16 * 1024 * 1024;

/**
 * Opens the embedded log: LevelDB in a folder, locked against other processes. All concurrent appends share a
 * synced batch. Rejects with a plain sentence if the folder is in use, or so damaged that contacts may be
 * missing.
 */
export async function openEmbeddedContactLog(
  options: EmbeddedContactLogOptions,
): Promise<EmbeddedContactLog> {
  const { folder, commitsAtLeast = null } = options;
  const { damage, unmarked, tables } = await inspectDatabase(folder, commitsAtLeast !== null);
  if (damage !== null) throw damaged(folder, damage);
  const scrub = new TableScrub(folder, tables, options.onTableDamage ?? (() => undefined));
  await scrub.first();
  const db = new ClassicLevel(folder, { writeBufferSize });
  try {
    await db.open();
  } catch (error) {
    throw openingFailure(folder, error);
  }
  try {
    const commits = await readCommits(db);
    if (commitsAtLeast !== null && commits < commitsAtLeast)
      throw damaged(folder, `it ends at commit ${commits}, and had ${commitsAtLeast}`);
    return new EmbeddedContactLog(db, { ...options, commits, unmarked, scrub });
  } catch (error) {
    await db.close();
    throw error;
  }
}

interface Opened extends EmbeddedContactLogOptions {
  commits: number;
  /** The ends of logs whose marks were behind at a crash. */
  unmarked: readonly LogEnd[];
  scrub: TableScrub;
}

/** The embedded log. It can be copied while it is used. */
export class EmbeddedContactLog implements ContactLog {
  readonly #db: ClassicLevel;
  readonly #queue: CommitQueue;
  readonly #heads: Heads;
  readonly #retry: CommitRetry;
  readonly #marks = new LateMarks(() => systemClock.monotonic());
  readonly #reader: ContactReader;
  readonly #list: ContactList;
  readonly #damage: ContactDamage;
  readonly #readings = new Readings();
  readonly #fresh = new FreshReads();
  readonly #erasures: Erasures;
  readonly #scrub: TableScrub;
  #commits: number;

  constructor(db: ClassicLevel, options: Opened) {
    const { write = writeSynced, onCommitFailure = () => undefined } = options;
    const damage = new ContactDamage(db.location);
    this.#db = db;
    this.#damage = damage;
    this.#commits = options.commits;
    this.#reader = new ContactReader(db, damage);
    this.#list = new ContactList(db, this.#reader, damage);
    for (const end of options.unmarked) this.#marks.add(end);
    // Reads also fail while the database is closed. Without this retry they would fail until the next write.
    this.#retry = createCommitRetry({ retry: () => this.#probe(), onCommitFailure });
    this.#heads = createHeads((contactId) => this.#reader.last(contactId));
    let mustReopen = false;
    this.#queue = createCommitQueue(
      async (operations) => {
        // After a failed write, LevelDB refuses all others until it is reopened.
        if (mustReopen) await reopen(db);
        mustReopen = false;
        const batch = this.#completed(operations);
        await write(db, batch);
        this.#commits += 1;
        this.#marks.note(batch);
        this.#retry.succeeded();
      },
      (cause) => {
        mustReopen = true;
        this.#retry.failed(cause);
        this.#heads.forgetAll();
      },
      options.onCommit ? { now: () => systemClock.monotonic(), committed: options.onCommit } : null,
    );
    this.#erasures = new Erasures({
      db,
      readings: this.#readings,
      commit: (operations) => this.#queue.commit(operations),
    });
    this.#scrub = options.scrub;
    this.#scrub.begin();
    // Continue erasures that a stop or a kill has interrupted.
    this.#erasures.begin();
  }

  /** The number of durable commits. */
  get commits(): number {
    return this.#commits;
  }

  append(...given: Parameters<ContactLog['append']>): Promise<Appended> {
    return appendByPost(this, ...given);
  }

  post(given: Append, writer: AppendWriter): void {
    const { contactId, expected, entries } = given;
    const head = this.#heads.known(contactId);
    if (head === undefined) return void this.#postLater(given, writer);
    // Nothing is awaited between this check and the commit, so no other append can come between.
    if (head !== expected) return queueMicrotask(() => writer.outdated(head));
    this.#heads.set(contactId, expected + entries.length);
    this.#queue.post(operationsOf(given), writer);
  }

  /** Posts after the log's last number was read. */
  async #postLater(given: Append, writer: AppendWriter): Promise<void> {
    try {
      await this.#heads.get(given.contactId);
    } catch (error) {
      return writer.failed(error);
    }
    this.post(given, writer);
  }

  isNew(contactId: string): boolean {
    const head = this.#heads.known(contactId);
    if (head !== undefined) return head === 0;
    if (!this.#reader.isAbsent(contactId)) return false;
    this.#heads.learn()(contactId, 0);
    return true;
  }

  async read(contactId: string, after: number, limit: number): Promise<Entry[]> {
    // Nearly every follower reads up to a log's end, and LevelDB would need another thread to find nothing
    // there.
    if (after >= (this.#heads.known(contactId) ?? Infinity)) return [];
    const learn = this.#heads.learn();
    const known = this.#heads.known(contactId);
    const fresh = after > 0 ? this.#fresh.take(contactId, known) : undefined;
    if (fresh) return fresh.slice(after, after + limit);
    const entries = await this.#readings.note(this.#reader.entries(contactId, after, limit, known));
    if (entries.length < limit && (entries.length > 0 || after === 0))
      learn(contactId, entries.at(-1)?.seq ?? 0);
    // Not if it was erased meanwhile: then its end is not known.
    if (after === 0 && entries.at(-1)?.seq === this.#heads.known(contactId))
      this.#fresh.note(contactId, entries);
    return entries;
  }

  summary(contactId: string): Promise<ContactSummary | null> {
    return this.#readings.note(this.#reader.summary(contactId));
  }

  async list(query: ContactQuery): Promise<ContactPage> {
    const isIncomplete = !(await this.#scrub.areListsWhole());
    return { ...(await this.#readings.note(this.#list.page(query))), isIncomplete };
  }

  async active(): Promise<ContactPage> {
    // A start doesn't wait until every table that lists contacts is verified.
    return { ...(await this.#readings.note(this.#list.active())), isIncomplete: false };
  }

  onDamage(damaged: OnDamage): () => void {
    return this.#damage.on(damaged);
  }

  async erase(contactId: string): Promise<void> {
    await this.#queue.drained();
    const erased = await this.#damage.reading(contactId, () => keysOf(this.#db, contactId));
    this.#heads.forget(contactId);
    this.#marks.forget(contactId);
    const last = Math.max(0, ...erased.filter(keys.isEntry).map(keys.entrySeq));
    const deletions = erased.map((key): Operation => ({ type: 'del', key }));
    await this.#queue.commit([...deletions, this.#erasures.note(contactId, last)]);
    this.#heads.forget(contactId);
    this.#fresh.forget(contactId);
    this.#erasures.begin();
  }

  async check(): Promise<void> {
    if (!this.#retry.hasSucceededWithin(trustedFor)) await this.#probe();
  }

  async #probe(): Promise<void> {
    await this.#queue.commit([putRecord(keys.check, '')]);
  }

  /** A snapshot of everything stored, for a backup. */
  records(): AsyncIterable<ContactRecord[]> {
    return this.#readings.notePages(contactRecords.read(this.#db));
  }

  async close(): Promise<void> {
    this.#retry.close();
    await Promise.all([this.#erasures.close(), this.#scrub.close()]);
    await this.#queue.drained();
    const marks = this.#marks.takeAll();
    // If they can't be stored, the journal still has the ends of the logs.
    if (marks.length > 0) await this.#queue.commit(marks).catch(() => undefined);
    await this.#db.close();
  }

  /**
   * The batch with everything that it must include. Marks come first, because entries in the batch are newer.
   */
  #completed(operations: Operation[]): Operation[] {
    const marks = this.#marks.takeDue();
    const commits = putRecord(keys.commits, String(this.#commits + 1));
    return marks.length > 0 ? [...marks, ...operations, commits] : [...operations, commits];
  }
}

async function reopen(db: ClassicLevel): Promise<void> {
  await db.close();
  await db.open();
}

function operationsOf({ contactId, entries, summary }: Append): Operation[] {
  const operations: Operation[] = [];
  const last = entries.at(-1);
  const end = last ? { contactId, seq: last.seq } : null;
  for (const entry of entries)
    operations.push(
      putRecord(keys.entry(contactId, entry.seq), entryJson(entry), entry === last ? end : null),
    );
  // Every log has a mark from its first entry on.
  if (end && (summary || entries[0]!.seq === 1))
    operations.push(putRecord(keys.mark(contactId), String(end.seq), end));
  if (!summary) return operations;
  const active = keys.active(contactId);
  operations.push(
    putRecord(keys.summary(contactId), JSON.stringify(summary)),
    putRecord(keys.started(summary.startedAt, contactId), ''),
    summary.state === 'ACTIVE' ? putRecord(active, '') : { type: 'del', key: active },
  );
  return operations;
}

import type { ClassicLevel } from 'classic-level';
import type { Operation } from './commit-queue.js';
import { contactKeys as keys } from './contact-keys.js';
import { putRecord } from './put-record.js';
import type { Readings } from './readings.js';
import { unseal } from '../sealed-record.js';

export interface ErasuresOptions {
  db: ClassicLevel;
  readings: Readings;
  /** Makes operations durable. */
  commit: (operations: Operation[]) => Promise<void>;
}

/** Characters of contact ids that share one compaction: with UUIDs, a 256th of all contacts. */
const prefixLength = 2;
/** Milliseconds for which further erasures are collected, and after which a failed attempt is repeated. */
const gathered = 250;
const retryAfter = 10_000;

/**
 * Removes the bytes of erased contacts from the database's files. A deletion only hides a record: its bytes
 * stay in the journal, and in tables until LevelDB merges them. The commit that deletes a contact also stores
 * a note, which stays until the bytes are gone. So a killed process only delays the erasure.
 */
export class Erasures {
  readonly #options: ErasuresOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isWanted = false;
  #isClosed = false;

  constructor(options: ErasuresOptions) {
    this.#options = options;
  }

  /** The note about an erased contact whose last number was `last`. */
  note = (contactId: string, last: number): Operation => putRecord(keys.erased(contactId), String(last));

  /** Schedules the work on all notes. */
  begin(after = gathered): void {
    this.#isWanted = true;
    if (this.#isClosed || this.#running) return;
    this.#timer ??= setTimeout(() => this.#start(), after).unref();
  }

  /** Resolves once no work is in progress. Remaining notes are processed after the next start. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #start(): void {
    this.#timer = undefined;
    this.#isWanted = false;
    this.#running = this.#run().then(
      () => this.#end(gathered),
      () => {
        // The disk is full, or the database is being reopened. The notes remain.
        this.#isWanted = true;
        this.#end(retryAfter);
      },
    );
  }

  #end(after: number): void {
    this.#running = null;
    if (this.#isWanted) this.begin(after);
  }

  async #run(): Promise<void> {
    const { db, readings, commit } = this.#options;
    const notes = await db.iterator({ gt: keys.erasedFrom, lt: keys.erasedEnd }).all();
    if (notes.length === 0) return;
    const erased = notes.map(([key, value]) => ({ contactId: keys.erasedId(key), last: lastOf(key, value) }));
    // A snapshot from before the erasure would keep the records.
    await readings.ended();
    await this.#flush();
    // If records and their deletions share a table, LevelDB merges them only below something newer. So delete
    // them again.
    await commit(erased.flatMap(({ contactId, last }) => deletionsOf(contactId, last)));
    for (const prefix of new Set(erased.map(({ contactId }) => contactId.slice(0, prefixLength)))) {
      if (this.#isClosed) return;
      for (const kind of ['e!', 's!']) await db.compactRange(`${kind}${prefix}`, `${kind}${prefix}~`);
    }
    // A flush removes replaced tables, but only those that no read uses.
    await readings.ended();
    await this.#flush();
    await commit(notes.map(([key]) => ({ type: 'del', key })));
  }

  /**
   * Writes the journal to a table and removes it: LevelDB does so before each compaction, even of an empty
   * range.
   */
  #flush(): Promise<void> {
    return this.#options.db.compactRange(keys.end, keys.end);
  }
}

const lastOf = (key: string, value: string): number => Number(unseal(key, value) ?? 0);

function deletionsOf(contactId: string, last: number): Operation[] {
  const erased = [keys.summary(contactId), keys.entry(contactId, 0)];
  for (let seq = 1; seq <= last; seq += 1) erased.push(keys.entry(contactId, seq));
  return erased.map((key) => ({ type: 'del', key }));
}

import type { Entry } from '../../../contact/entry.js';

/** Logs that are remembered at once. */
const logsAtMost = 100;
/** Entries of a log that is remembered: enough for most chats, few enough that all of them take little memory. */
const entriesAtMost = 64;

/**
 * Short logs that were just read from their beginning to their end. Whoever resumes a chat reads its log twice: to learn who
 * may enter, and to show it. After a restart all visitors do so at once.
 */
export class FreshReads {
  /** In the order of reading. */
  readonly #logs = new Map<string, readonly Entry[]>();

  note(contactId: string, entries: readonly Entry[]): void {
    this.#logs.delete(contactId);
    if (entries.length === 0 || entries.length > entriesAtMost) return;
    this.#logs.set(contactId, entries);
    if (this.#logs.size > logsAtMost) this.#logs.delete(this.#logs.keys().next().value!);
  }

  forget(contactId: string): void {
    this.#logs.delete(contactId);
  }

  /** Returns the log's entries once, if the log still ends with number `last`. */
  take(contactId: string, last: number | undefined): readonly Entry[] | undefined {
    const entries = this.#logs.get(contactId);
    this.#logs.delete(contactId);
    return entries?.at(-1)?.seq === last ? entries : undefined;
  }
}

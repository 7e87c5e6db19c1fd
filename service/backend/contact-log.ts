import type { ContactSummary } from '../contact/contact-summary.js';
import type { Entry, NewEntry } from '../contact/entry.js';
import type { ContactQuery } from './contact-query.js';

/** Entries for the end of one contact's log. */
export interface Append {
  contactId: string;
  /** The log's last number; 0 for no log yet. */
  expected: number;
  /** At least one, numbered from the next number on. */
  entries: Entry[];
  summary?: ContactSummary | undefined;
}

/** Receives the result of one append: exactly one call, never before `post` has returned. */
export interface AppendWriter {
  /** The entries are durable. */
  stored(): void;
  /** Nothing is stored: the log's last number was this one. */
  outdated(lastSeq: number): void;
  /** Nothing is stored, and never will be. */
  failed(error: unknown): void;
}

/** The result of an append: the entries, or the log's last number if it wasn't the expected one. */
export type Appended = { ok: true; entries: Entry[] } | { ok: false; lastSeq: number };

/** A page of contacts, and what is known to be missing in it. */
export interface ContactPage {
  contacts: ContactSummary[];
  /** Ids of contacts in the query's range that can't be read. */
  damaged: string[];
  /** Whether unknown contacts may be missing, because a part of the store is damaged. */
  isIncomplete: boolean;
}

/** Called once for each contact that is found damaged. The error names the contact and the place. */
export type OnDamage = (contactId: string, error: Error) => void;

/**
 * The append-only logs of all contacts. An implementation guarantees:
 * - `append` writes all of `entries` or none, only if the log's last number is `expected` (0: no log yet),
 *   and resolves after they are durable. `post` does the same without a promise. Of two appends with the same `expected`, in any processes, at most
 *   one succeeds.
 * - Numbers are 1, 2, 3 … without gaps; an entry never changes.
 * - The summary of an append is stored in the same commit. An append without one keeps the previous summary.
 *   Its `deadlines` are set as timers before `Timers.set` is called with them, or at the same time.
 * - Reads are complete and unaltered. A contact with damaged or missing records rejects with
 *   `CONTACT_DAMAGED`; other contacts aren't affected.
 * - A failed commit rejects with `TEMPORARILY_UNAVAILABLE` (`service/errors.ts`), and none of it is ever
 *   read.
 * - If a process was paused for so long that others took over its claims, timers and connections, its appends
 *   reject with `TEMPORARILY_UNAVAILABLE` until it has noticed that.
 */
export interface ContactLog {
  append(
    contactId: string,
    expected: number,
    entries: NewEntry[],
    summary?: ContactSummary,
  ): Promise<Appended>;
  /** The same without a promise, for frequent appends. All writers of a commit are called in one turn. */
  post(append: Append, writer: AppendWriter): void;
  /** The entries after number `after`, in order, at most `limit`; none if there is no such log. */
  read(contactId: string, after: number, limit: number): Promise<Entry[]>;
  /** The summary, or null if there is no such contact. */
  summary(contactId: string): Promise<ContactSummary | null>;
  /**
   * Whether the log certainly has no entries. False if only a read from a disk or another process could tell: then `append`
   * does.
   */
  isNew(contactId: string): boolean;
  /** A page of contacts, newest first. */
  list(query: ContactQuery): Promise<ContactPage>;
  /**
   * All contacts that have not ended, in any order; the cost depends on their number, not on how many are
   * stored.
   */
  active(): Promise<ContactPage>;
  /** Removes everything of a contact, even if it is damaged. A later append starts from 0. */
  erase(contactId: string): Promise<void>;
  /** Calls `damaged` for each contact that is found damaged from now on. Returns the undo. */
  onDamage(damaged: OnDamage): () => void;
  /**
   * Resolves if commits succeed; otherwise rejects with the reason. Writes only if the last successful commit
   * is some seconds old, so that frequent health checks cost nothing.
   */
  check(): Promise<void>;
}

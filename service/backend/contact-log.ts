import type { ContactSummary } from '../contact/contact-summary.js';
import type { Entry, NewEntry } from '../contact/entry.js';
import type { ContactQuery } from './contact-query.js';

/** The answer to an append: done, or the last number, which was not the expected one. */
export type Appended = { ok: true; entries: Entry[] } | { ok: false; lastSeq: number };

/** Some contacts, and what is known to be missing among them. */
export interface ContactPage {
  contacts: ContactSummary[];
  /** Contacts in the range of the query that cannot be read. */
  damaged: string[];
  /** Whether contacts may be missing that cannot be named, because a part of the store is damaged. */
  isIncomplete: boolean;
}

/** Called with each contact that is found to be damaged, once, and an error that names the contact and the place. */
export type OnDamage = (contactId: string, error: Error) => void;

/**
 * Every contact's append-only log. An implementation guarantees:
 * - `append` writes all of `entries` or none, only if the log's last number is `expected` (0: no log yet), and resolves
 *   after they are durable. Of two appends with the same `expected` at most one succeeds, in whichever process.
 * - Numbers are 1, 2, 3 … without gaps; an entry never changes.
 * - The summary given with an append is stored in the same commit; without one the last stays. Its `deadlines` are set as
 *   timers no later than `Timers.set` is called with them.
 * - Reads are complete and unaltered: a contact of which something is damaged or missing rejects with `CONTACT_DAMAGED`,
 *   without affecting others.
 * - A failed commit rejects with `TEMPORARILY_UNAVAILABLE` (`service/errors.ts`), and nothing of it is ever read.
 * - A process that lost its claims, timers and connections to others because it was paused cannot append any more until
 *   it has noticed: its appends reject with `TEMPORARILY_UNAVAILABLE`.
 */
export interface ContactLog {
  append(
    contactId: string,
    expected: number,
    entries: NewEntry[],
    summary?: ContactSummary,
  ): Promise<Appended>;
  /** The entries after number `after`, in order, at most `limit`; none if there is no such log. */
  read(contactId: string, after: number, limit: number): Promise<Entry[]>;
  /** The summary, or null if there is no such contact. */
  summary(contactId: string): Promise<ContactSummary | null>;
  /** A page of contacts, newest first. */
  list(query: ContactQuery): Promise<ContactPage>;
  /** Every contact that has not ended, in any order; the cost depends on their number, not on how many are stored. */
  active(): Promise<ContactPage>;
  /** Removes everything of a contact, even if it is damaged; an append afterwards starts from 0. */
  erase(contactId: string): Promise<void>;
  /** Calls `damaged` for each damaged contact that is found from now on; returns the undo. */
  onDamage(damaged: OnDamage): () => void;
  /**
   * Resolves if commits go through, rejects with the reason otherwise. Writes something only if the last successful
   * commit is not a few seconds old, so that frequent health checks cost nothing.
   */
  check(): Promise<void>;
}

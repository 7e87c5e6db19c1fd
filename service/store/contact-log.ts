import type { ContactSummary } from '../contact/contact-summary.js';
import type { Entry, NewEntry } from '../contact/entry.js';

/** Which contacts, newest first. */
export interface ContactQuery {
  /** Only contacts that started before this, in milliseconds since 1970; pages on from the last row. */
  before?: { startedAt: number; contactId: string };
  /** Whether a contact belongs in the answer. */
  where?: (summary: ContactSummary) => boolean;
  /** At most so many. */
  limit: number;
  /** Told of each contact in the range that can't be read; without it such a contact rejects. */
  damaged?: (contactId: string) => void;
  /** Told where contacts may be missing that can't be named, because a part of the store is damaged. */
  incomplete?: () => void;
}

/** The answer to an append: done, or what the writer didn't know of. */
export type Appended = { ok: true; entries: Entry[] } | { ok: false; lastSeq: number };

/**
 * Every contact's append-only log. What an implementation promises:
 * - `append` writes all of `entries` or none, only where the log's last number is `expected` (0: no log yet), and
 *   resolves after they are durable. Of two appends with the same `expected` at most one succeeds.
 * - Numbers are 1, 2, 3 … without gaps; an entry never changes.
 * - The summary given with an append is stored in the same commit; without one the last stays.
 * - Nothing altered is given, and no less than was appended: a contact of which something is damaged or missing rejects
 *   with `CONTACT_DAMAGED`. It does not disturb others.
 * - A failed commit rejects with `TEMPORARILY_UNAVAILABLE` (`service/errors.ts`), and nothing of it is ever read.
 */
export interface ContactLog {
  append(
    contactId: string,
    expected: number,
    entries: NewEntry[],
    summary?: ContactSummary,
  ): Promise<Appended>;
  /** The entries after number `after`, in order, at most `limit`; none where there is no such log. */
  read(contactId: string, after: number, limit: number): Promise<Entry[]>;
  /** The summary, or null where there is no such contact. */
  summary(contactId: string): Promise<ContactSummary | null>;
  /** Contacts by start time, newest first. */
  list(query: ContactQuery): Promise<ContactSummary[]>;
  /** Every contact that is not ended; its cost depends on how many those are, not on how many are stored. */
  active(damaged?: ContactQuery['damaged']): Promise<ContactSummary[]>;
  /** Removes everything of a contact, a damaged one too; an append to it afterwards starts from 0. */
  erase(contactId: string): Promise<void>;
  /**
   * Resolves if commits go through, rejects with the reason otherwise. Writes something only where the last successful
   * commit is not a few seconds old, so that frequent health checks cost nothing.
   */
  check(): Promise<void>;
  /** Resolves after everything under way is durable; nothing may be called afterwards. */
  close(): Promise<void>;
}

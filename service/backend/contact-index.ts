import type { Started } from './contact-query.js';
import type { ContactSearch, Searched } from './contact-index/contact-search.js';

/** What an index learns about a contact: its summary, and what is new in its log. */
export interface IndexedContact extends Searched {
  /** The log's last number. The texts are those of entries after the number that the index knew. */
  lastSeq: number;
}

/** A contact that may have changed. */
export interface ChangedId {
  contactId: string;
  /** The last number of its log that the index has; 0 if it has none of the contact. */
  after: number;
}

/** A part of the work that the index has not done yet. */
export interface IndexWork {
  contacts: readonly ChangedId[];
  /** Whether everything that had changed when the call was made is in this work, or stored already. */
  isCurrent: boolean;
  /** Whether there was no more work at all: the index is also complete. */
  isLast: boolean;
}

/** What the index stores for a part of its work. */
export interface IndexUpdate {
  contacts: readonly IndexedContact[];
  /** Contacts that don't exist (any more). */
  gone: readonly string[];
}

/** A page of the contacts that a search found. */
export interface FoundPage {
  /** Newest first. Contacts of the same millisecond keep some order. */
  found: Started[];
  /** Whether the index is being filled, so that contacts may be missing. */
  isIncomplete: boolean;
}

export interface IndexStatus {
  /** Whether every contact is in the index. */
  isComplete: boolean;
  /** The number of contacts in the index. */
  contacts: number;
}

/**
 * Finds contacts by what was said in them. It is derived from the log: `work` returns what changed since a cursor that the
 * index keeps, and `store` saves it together with the new cursor. An implementation guarantees:
 * - A contact whose append or erasure resolved before `work` was called is in that work, or in later work if the work is not
 *   current, or is stored already. That is so after a crash at any moment, too.
 * - `store` saves the update and the cursor together or not at all. It returns false, and saves nothing, if another process
 *   was faster with the same work.
 * - Appending to the log never waits for the index.
 * - After `drop`, the index is empty and not complete, and `work` returns every contact of the log, the newest first.
 * - Once an erased contact is stored as gone, no file of the index contains anything of it.
 * - A search costs about as much as its page, however many contacts are stored.
 */
export interface ContactIndex {
  /**
   * At most some hundred contacts. Without `withMessages`, contacts to which only messages were added may be left out:
   * they are active, and a later change or a search brings them.
   */
  work(withMessages: boolean): Promise<IndexWork>;
  store(work: IndexWork, update: IndexUpdate): Promise<boolean>;
  search(search: ContactSearch): Promise<FoundPage>;
  /** The number of contacts that a search finds on all pages, counted up to `atMost`. */
  count(search: ContactSearch, atMost: number): Promise<number>;
  status(): Promise<IndexStatus>;
  /** Removes everything from the index. */
  drop(): Promise<void>;
}

import type { ContactSummary } from '../contact/contact-summary.js';

/** A contact whose summary was stored, and its log's last number. */
export interface ChangedContact {
  summary: ContactSummary;
  lastSeq: number;
}

/**
 * The entries that other processes appended. The core asks every few seconds, because hints about them may be
 * lost. A backend of one process has no such object: no other process appends, and its bus loses nothing. An
 * implementation guarantees:
 * - Both results include every append that resolved before the call.
 * - Both cost about as much as their results: a few milliseconds for a thousand contacts.
 */
export interface Changes {
  /** The last number of each of these contacts, in the same order; 0 if there is no such log. */
  lastNumbers(contactIds: readonly string[]): Promise<number[]>;
  /**
   * Without a mark every active contact; with one every contact whose summary was stored since, ended ones too. `mark` is
   * for the next call. Some may come again. Damaged contacts are left out.
   */
  summaries(mark: string | null): Promise<{ changed: ChangedContact[]; mark: string }>;
}

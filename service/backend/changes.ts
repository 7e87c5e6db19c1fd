import type { ContactSummary } from '../contact/contact-summary.js';

/** A contact whose summary was stored, and the last number of its log. */
export interface ChangedContact {
  summary: ContactSummary;
  lastSeq: number;
}

/**
 * What other processes appended: asked every few seconds, because hints about it may be lost. A backend of one process has
 * none: nobody else appends, and its bus loses nothing. An implementation guarantees:
 * - Both answers are as new as the moment of the call: an append that resolved before it is in them.
 * - Both cost about as much as what they answer: a few milliseconds for a thousand contacts.
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

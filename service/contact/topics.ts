import type { ContactSummary } from './contact-summary.js';
import type { Entry, Speaker } from './entry.js';

/** The latest summary of a contact, and the entries that changed it. */
export interface SummaryHint {
  summary: ContactSummary;
  /** The log's last number with these entries, to recognise a late hint. */
  lastSeq: number;
  entries: Entry[];
  /** The process that appended them. */
  from: string;
}

/** The messages on the bus about contacts, by topic. */
export type ContactTopics = {
  /** For the followers of one contact: durable entries, or that a participant is typing, which is never stored. */
  contact: { type: 'entries'; entries: Entry[] } | { type: 'typing'; who: Speaker };
  /** For every process, about every contact (the topic's id is always `all`). */
  summaries: SummaryHint;
};

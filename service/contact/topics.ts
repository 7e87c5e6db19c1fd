import type { ContactSummary } from './contact-summary.js';
import type { Entry, Speaker } from './entry.js';

/** The latest summary of a contact, and the entries that changed it. */
export interface SummaryHint {
  summary: ContactSummary;
  /** The last number of the log with these entries: a hint that comes late is recognised by it. */
  lastSeq: number;
  entries: Entry[];
  /** The process that appended them. */
  from: string;
}

/** What travels on the bus about contacts, by topic. */
export type ContactTopics = {
  /** To the followers of one contact: entries that are durable, or that somebody is typing, which is never stored. */
  contact: { type: 'entries'; entries: Entry[] } | { type: 'typing'; who: Speaker };
  /** To every process, about every contact (the topic's id is always `all`). */
  summaries: SummaryHint;
};

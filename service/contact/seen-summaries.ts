import type { ChangedContact } from '../backend/changes.js';
import type { ContactSummary } from './contact-summary.js';

/** Ended contacts whose last number is remembered, so that a late hint doesn't make them active again. */
const endedAtMost = 10_000;

/** The summaries that this process has seen, to recognise late hints and find missed ones. */
export interface SeenSummaries {
  /** Whether a newer summary was seen. */
  isLate(contactId: string, lastSeq: number): boolean;
  /** Whether exactly this summary was seen. */
  isSeen(changed: ChangedContact): boolean;
  /** The latest summary of an active contact. */
  active(contactId: string): ContactSummary | undefined;
  note(changed: ChangedContact): void;
}

export function createSeenSummaries(): SeenSummaries {
  const active = new Map<string, ChangedContact>();
  /** The last numbers of ended contacts, in the order in which they were seen. */
  const ended = new Map<string, number>();

  return {
    isLate: (contactId, lastSeq) => lastSeq < (active.get(contactId)?.lastSeq ?? ended.get(contactId) ?? 0),
    isSeen({ summary, lastSeq }) {
      const known = active.get(summary.contactId);
      return known ? isSame(known.summary, summary) : ended.get(summary.contactId) === lastSeq;
    },
    active: (contactId) => active.get(contactId)?.summary,
    note(changed) {
      const { contactId, state } = changed.summary;
      ended.delete(contactId);
      if (state === 'ACTIVE') return void active.set(contactId, changed);
      active.delete(contactId);
      ended.set(contactId, changed.lastSeq);
      if (ended.size > endedAtMost) ended.delete(ended.keys().next().value!);
    },
  };
}

/** Summaries are small JSON. */
const isSame = (one: ContactSummary, other: ContactSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

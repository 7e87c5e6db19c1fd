import type { ChangedContact } from '../backend/changes.js';
import type { ContactSummary } from './contact-summary.js';

/** Contacts that have ended whose last number is remembered: a hint that comes late must not bring them back. */
const endedAtMost = 10_000;

/** What a process was told of contacts, so that it recognises what comes late, and finds what it has missed. */
export interface ToldSummaries {
  /** Whether something newer was told already. */
  isLate(contactId: string, lastSeq: number): boolean;
  /** Whether just this was told already. */
  isTold(changed: ChangedContact): boolean;
  /** The latest summary that was told of an active contact. */
  active(contactId: string): ContactSummary | undefined;
  note(changed: ChangedContact): void;
}

export function createToldSummaries(): ToldSummaries {
  const active = new Map<string, ChangedContact>();
  /** The last numbers of contacts that have ended, in the order in which they were told. */
  const ended = new Map<string, number>();

  return {
    isLate: (contactId, lastSeq) => lastSeq < (active.get(contactId)?.lastSeq ?? ended.get(contactId) ?? 0),
    isTold({ summary, lastSeq }) {
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

/** Summaries are JSON, and small. */
const isSame = (one: ContactSummary, other: ContactSummary): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

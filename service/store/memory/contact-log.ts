import { numbered } from '../../contact/evolve-all.js';
import type { ContactSummary } from '../../contact/contact-summary.js';
import type { Entry } from '../../contact/entry.js';
import type { ContactLog } from '../contact-log.js';

/** The in-memory twin of the embedded log: for tests, and wherever nothing need survive. */
export function createMemoryContactLog(): ContactLog {
  const logs = new Map<string, Entry[]>();
  const summaries = new Map<string, ContactSummary>();

  return {
    async append(contactId, expected, entries, summary) {
      const log = logs.get(contactId) ?? [];
      if (log.length !== expected) return { ok: false, lastSeq: log.length };
      const added = numbered(expected, structuredClone(entries));
      logs.set(contactId, [...log, ...added]);
      if (summary) summaries.set(contactId, structuredClone(summary));
      return { ok: true, entries: added };
    },
    async read(contactId, after, limit) {
      return (logs.get(contactId) ?? []).slice(after, after + limit);
    },
    async summary(contactId) {
      return structuredClone(summaries.get(contactId) ?? null);
    },
    async list({ before, where = () => true, limit }) {
      const newestFirst = [...summaries.values()].sort(byStartDescending);
      const rest = before
        ? newestFirst.filter((summary) => byStartDescending(before, summary) < 0)
        : newestFirst;
      return structuredClone(rest.filter(where).slice(0, limit));
    },
    async active() {
      return structuredClone([...summaries.values()].filter(({ state }) => state === 'ACTIVE'));
    },
    async erase(contactId) {
      logs.delete(contactId);
      summaries.delete(contactId);
    },
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

type Started = Pick<ContactSummary, 'startedAt' | 'contactId'>;
const byStartDescending = (a: Started, b: Started): number =>
  b.startedAt - a.startedAt || (a.contactId < b.contactId ? 1 : a.contactId > b.contactId ? -1 : 0);

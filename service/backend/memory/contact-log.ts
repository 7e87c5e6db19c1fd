import { numbered } from '../../contact/number-entries.js';
import type { ContactSummary } from '../../contact/contact-summary.js';
import type { Entry } from '../../contact/entry.js';
import type { ContactLog, ContactPage } from '../contact-log.js';
import { pageOf } from '../contact-query.js';

/** The contact log in memory: for tests, and where nothing has to survive. */
export function createMemoryContactLog(): ContactLog {
  const logs = new Map<string, Entry[]>();
  const summaries = new Map<string, ContactSummary>();
  const whole = (contacts: ContactSummary[]): ContactPage => ({
    contacts: structuredClone(contacts),
    damaged: [],
    isIncomplete: false,
  });

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
    list: async (query) => whole(pageOf(query, [...summaries.values()])),
    active: async () => whole([...summaries.values()].filter(({ state }) => state === 'ACTIVE')),
    async erase(contactId) {
      logs.delete(contactId);
      summaries.delete(contactId);
    },
    onDamage: () => () => undefined,
    check: () => Promise.resolve(),
  };
}

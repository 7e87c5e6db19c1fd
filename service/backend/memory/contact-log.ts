import type { ContactSummary } from '../../contact/contact-summary.js';
import type { Entry } from '../../contact/entry.js';
import { appendByPost } from './append-by-post.js';
import type { Changes } from '../changes.js';
import type { Append, AppendWriter, ContactLog, ContactPage } from '../contact-log.js';
import { pageOf } from '../contact-query.js';

/** A contact log that several processes may share. */
export interface MemoryContactLog extends ContactLog {
  changes: Changes;
  /** The number of active contacts that are or ring at an agent. */
  loadOf(agentId: string): number;
}

/** The contact log in memory: for tests, and if nothing has to survive. */
export function createMemoryContactLog(): MemoryContactLog {
  const logs = new Map<string, Entry[]>();
  const summaries = new Map<string, ContactSummary>();
  /** The number of the change that last stored each contact's summary. */
  const changedAt = new Map<string, number>();
  let changeCount = 0;
  const lastSeqOf = (contactId: string): number => logs.get(contactId)?.length ?? 0;
  const active = (): ContactSummary[] => [...summaries.values()].filter(({ state }) => state === 'ACTIVE');
  const whole = (contacts: ContactSummary[]): ContactPage => ({
    contacts: structuredClone(contacts),
    damaged: [],
    isIncomplete: false,
  });

  function post({ contactId, expected, entries, summary }: Append, writer: AppendWriter): void {
    const lastSeq = lastSeqOf(contactId);
    if (lastSeq !== expected) return queueMicrotask(() => writer.outdated(lastSeq));
    logs.set(contactId, [...(logs.get(contactId) ?? []), ...structuredClone(entries)]);
    if (summary) {
      summaries.set(contactId, structuredClone(summary));
      changedAt.set(contactId, (changeCount += 1));
    }
    queueMicrotask(() => writer.stored());
  }

  return {
    append: (...given) => appendByPost({ post }, ...given),
    post,
    async read(contactId, after, limit) {
      return (logs.get(contactId) ?? []).slice(after, after + limit);
    },
    async summary(contactId) {
      return structuredClone(summaries.get(contactId) ?? null);
    },
    isNew: (contactId) => lastSeqOf(contactId) === 0,
    list: async (query) => whole(pageOf(query, [...summaries.values()])),
    active: async () => whole(active()),
    async erase(contactId) {
      for (const map of [logs, summaries, changedAt]) map.delete(contactId);
    },
    onDamage: () => () => undefined,
    check: () => Promise.resolve(),
    loadOf: (agentId) =>
      active().filter((each) => each.offer?.agentId === agentId || each.activeAgentIds.includes(agentId))
        .length,
    changes: {
      lastNumbers: async (contactIds) => contactIds.map(lastSeqOf),
      async summaries(mark) {
        const isNew = ({ contactId }: ContactSummary): boolean => changedAt.get(contactId)! > Number(mark);
        const found = mark === null ? active() : [...summaries.values()].filter(isNew);
        const changed = found.map((summary) => ({
          summary: structuredClone(summary),
          lastSeq: lastSeqOf(summary.contactId),
        }));
        return { changed, mark: String(changeCount) };
      },
    },
  };
}

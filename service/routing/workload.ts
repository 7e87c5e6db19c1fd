import type { ContactSummary } from '../contact/contact-summary.js';
import type { WaitingContact } from './match.js';

/** Which contacts wait, ring and are being served: the fold of the latest summary of every active contact. */
export interface Workload {
  /** Takes the latest summary of a contact; returns the agents whose load it changed. */
  note(summary: ContactSummary): string[];
  /** Contacts that wait and ring nowhere. */
  waiting(): WaitingContact[];
  /** Contacts that the agent serves, or that ring there. */
  loadOf(agentId: string): number;
  /** Since when the contacts of a queue wait, ringing ones included. */
  queued(queueId: string): number[];
  /** Contacts that this agent serves. */
  contactsOf(agentId: string): string[];
  /** Contacts that ring at this agent. */
  ringingAt(agentId: string): string[];
  /** Whether anything waits in this queue. */
  usesQueue(queueId: string): boolean;
}

export function createWorkload(): Workload {
  const active = new Map<string, ContactSummary>();
  const queued = new Set<string>();
  const loads = new Map<string, number>();

  function add(agentIds: Iterable<string>, one: 1 | -1): void {
    for (const agentId of agentIds) {
      const load = (loads.get(agentId) ?? 0) + one;
      if (load === 0) loads.delete(agentId);
      else loads.set(agentId, load);
    }
  }
  const inQueue = (): ContactSummary[] => [...queued].map((contactId) => active.get(contactId)!);

  return {
    note(summary) {
      const { contactId } = summary;
      const before = busy(active.get(contactId));
      const after = busy(summary);
      add(before, -1);
      add(after, 1);
      if (summary.state === 'ACTIVE') active.set(contactId, summary);
      else active.delete(contactId);
      if (summary.queue) queued.add(contactId);
      else queued.delete(contactId);
      return [...before, ...after].filter((agentId) => before.has(agentId) !== after.has(agentId));
    },
    waiting: () =>
      inQueue()
        .filter(({ offer }) => !offer)
        .map(({ contactId, queue, passedOver }) => ({ contactId, passedOver, ...queue! })),
    loadOf: (agentId) => loads.get(agentId) ?? 0,
    queued: (queueId) =>
      inQueue()
        .filter(({ queue }) => queue!.queueId === queueId)
        .map(({ queue }) => queue!.since),
    contactsOf: (agentId) =>
      [...active.values()]
        .filter(({ activeAgentIds }) => activeAgentIds.includes(agentId))
        .map(({ contactId }) => contactId),
    ringingAt: (agentId) =>
      inQueue()
        .filter(({ offer }) => offer?.agentId === agentId)
        .map(({ contactId }) => contactId),
    usesQueue: (queueId) => inQueue().some(({ queue }) => queue!.queueId === queueId),
  };
}

function busy(summary: ContactSummary | undefined): Set<string> {
  if (!summary || summary.state === 'ENDED') return new Set();
  return new Set([...summary.activeAgentIds, ...(summary.offer ? [summary.offer.agentId] : [])]);
}

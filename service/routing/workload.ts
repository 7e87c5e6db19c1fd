import type { Clock } from '../clock.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Entry } from '../contact/entry.js';
import { inOfferOrder, type WaitingContact } from './match.js';
import { createWaitingLine, type WaitingLine } from './waiting-line.js';
import { WaitingTimes } from './waiting-times.js';

/**
 * What happens with an active contact: it is in its flow, waits for an agent, rings at one, is served, or has ended and
 * only its after-contact work is left.
 */
export type WorkloadState = 'flow' | 'waiting' | 'ringing' | 'served' | 'wrapUp';

/** The contacts that wait, ring and are served, from the latest summary of every active contact. */
export interface Workload {
  /** Takes the latest summary of a contact and the entries that led to it. Returns the agents whose load changed. */
  note(summary: ContactSummary, entries?: readonly Entry[]): string[];
  /** Removes a contact that can't be read from queues and loads. Returns the agents who had it. */
  quarantine(contactId: string): string[];
  /** Contacts that wait for an agent and aren't offered, except those of silent customers who are gone. */
  waiting(): WaitingContact[];
  /** The number of contacts that the agent serves or is offered, or after which they do after-contact work. */
  loadOf(agentId: string): number;
  /** The number of contacts that wait in a queue, offered ones included, and since when the first one waits. */
  queued(queueId: string): { count: number; oldest?: number };
  /** The contacts that wait in a queue, offered ones included, in the order in which they are offered. */
  line(queueId: string): string[];
  /** The contacts that this agent serves. */
  contactsOf(agentId: string): string[];
  /** The ended contacts after which this agent does after-contact work. */
  wrapUpsOf(agentId: string): string[];
  /** The contacts that are offered to this agent. */
  ringingAt(agentId: string): string[];
  /** The number of active contacts in each state. */
  states(): Record<WorkloadState, number>;
  /** Whether any contact waits in this queue. */
  usesQueue(queueId: string): boolean;
}

export function createWorkload(clock: Clock): Workload {
  const times = new WaitingTimes(clock);
  const active = new Map<string, ContactSummary>();
  const queued = new Set<string>();
  const queues = new Map<string, WaitingLine>();
  const loads = new Map<string, number>();

  function add(agentIds: Iterable<string>, one: 1 | -1): void {
    for (const agentId of agentIds) {
      const load = (loads.get(agentId) ?? 0) + one;
      if (load === 0) loads.delete(agentId);
      else loads.set(agentId, load);
    }
  }
  function queueOf(queueId: string): WaitingLine {
    const line = queues.get(queueId) ?? createWaitingLine();
    queues.set(queueId, line);
    return line;
  }
  const inQueue = (): ContactSummary[] => [...queued].map((contactId) => active.get(contactId)!);

  return {
    quarantine(contactId) {
      const previous = active.get(contactId);
      const before = agentsOf(previous);
      add(before, -1);
      active.delete(contactId);
      queued.delete(contactId);
      times.forget(contactId);
      if (previous?.queue) queues.get(previous.queue.queueId)?.remove(contactId);
      return [...before];
    },
    note(summary, entries = []) {
      const { contactId } = summary;
      const previous = active.get(contactId);
      const before = agentsOf(previous);
      const after = agentsOf(summary);
      add(before, -1);
      add(after, 1);
      if (summary.state === 'ACTIVE') active.set(contactId, summary);
      else {
        active.delete(contactId);
        times.forget(contactId);
      }
      if (previous?.queue) queues.get(previous.queue.queueId)?.remove(contactId);
      if (summary.queue) {
        queued.add(contactId);
        times.note(summary, entries.at(-1)?.at);
      } else queued.delete(contactId);
      if (summary.queue && !isAbandoned(summary))
        queueOf(summary.queue.queueId).add(contactId, times.since(summary));
      return [...before, ...after].filter((agentId) => before.has(agentId) !== after.has(agentId));
    },
    waiting: () =>
      inQueue()
        .filter((summary) => !summary.offer && !isAbandoned(summary))
        .map((summary) => times.of(summary)),
    loadOf: (agentId) => loads.get(agentId) ?? 0,
    queued: (queueId) => queues.get(queueId)?.metrics() ?? { count: 0 },
    line(queueId) {
      const waiting = inQueue().filter(
        (summary) => summary.queue!.queueId === queueId && !isAbandoned(summary),
      );
      return idsOf(inOfferOrder(waiting.map((summary) => times.of(summary))));
    },
    contactsOf: (agentId) =>
      idsOf([...active.values()].filter(({ activeAgentIds }) => activeAgentIds.includes(agentId))),
    wrapUpsOf: (agentId) =>
      idsOf([...active.values()].filter(({ wrapUpAgentIds }) => wrapUpAgentIds?.includes(agentId))),
    ringingAt: (agentId) => idsOf(inQueue().filter(({ offer }) => offer?.agentId === agentId)),
    states: () => countStates(active.values()),
    usesQueue: (queueId) => inQueue().some(({ queue }) => queue!.queueId === queueId),
  };
}

const idsOf = (contacts: readonly { contactId: string }[]): string[] =>
  contacts.map(({ contactId }) => contactId);

/** Whether the customer is gone and left nothing that an agent could answer. */
const isAbandoned = ({ customerGone }: ContactSummary): boolean => customerGone?.isSilent === true;

function countStates(summaries: Iterable<ContactSummary>): Record<WorkloadState, number> {
  const counts = { flow: 0, waiting: 0, ringing: 0, served: 0, wrapUp: 0 };
  for (const summary of summaries) counts[stateOf(summary)] += 1;
  return counts;
}

function stateOf({ offer, activeAgentIds, queue, endedAt }: ContactSummary): WorkloadState {
  if (endedAt !== null) return 'wrapUp';
  if (offer) return 'ringing';
  if (activeAgentIds.length > 0) return 'served';
  return queue ? 'waiting' : 'flow';
}

function agentsOf(summary: ContactSummary | undefined): Set<string> {
  if (!summary || summary.state === 'ENDED') return new Set();
  const { activeAgentIds, offer, wrapUpAgentIds = [] } = summary;
  return new Set([...activeAgentIds, ...(offer ? [offer.agentId] : []), ...wrapUpAgentIds]);
}

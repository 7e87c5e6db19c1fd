// Why: a contact needs many facts before a test can begin. Extend by overriding members in a test.
import { limits } from '../../shared/limits.js';
import { queueMetricNames, type QueueMetrics } from '../../shared/queue-metrics.js';
import { defaultTexts } from '../../shared/visitor-texts/default-texts.js';
import { defaultFlow } from '../../service/flow/default-flow.js';
import type { StartCommand } from '../../service/contact/commands/start.js';
import type { WakeCommand } from '../../service/contact/commands/wake.js';
import { decide, type ContactCommand } from '../../service/contact/decide.js';
import { deadlinesOf } from '../../service/contact/deadlines.js';
import { newContactState, type ContactState } from '../../service/contact/contact-state.js';
import { evolveAll } from '../../service/contact/evolve-all.js';
import type { FlowWorld } from '../../service/contact/move-flow.js';
import type { NewEntry } from '../../service/contact/entry.js';

export const noon = Date.UTC(2026, 5, 1, 12);

export const noMetrics = Object.fromEntries(
  Object.keys(queueMetricNames).map((metric) => [metric, 0]),
) as QueueMetrics;

/** The default flow, with one queue that has no agents. */
export const emptyWorld: FlowWorld = {
  flow: defaultFlow,
  queues: { default: { name: 'Default queue', isOpen: true, metrics: noMetrics } },
  texts: { ...defaultTexts.en },
};

export const startCommand = (change: Partial<StartCommand> = {}): StartCommand => ({
  type: 'start',
  now: noon,
  widgetId: 'w1',
  flowId: 'default',
  customer: { participantId: 'c1', displayName: 'Cleo', tokenHash: 'h1', customerId: null },
  attributes: { verified: {}, unverified: {} },
  page: null,
  language: 'en',
  contentTypes: ['text/plain', 'text/markdown'],
  minutes: limits.chatMinutes,
  ...change,
});

/** The entries of an accepted command, and the state after it. Fails if the command is refused. */
export function accepted(state: ContactState, command: ContactCommand, world = emptyWorld) {
  const decision = decide(state, command, world);
  if (!('entries' in decision)) throw new Error(`not accepted: ${JSON.stringify(decision)}`);
  return { entries: decision.entries, state: evolveAll(state, decision.entries) };
}

/** A wake command after the time has passed up to `now`, without changes of the wall clock. */
export const wakeAt = (state: ContactState, now: number): WakeCommand => ({
  type: 'wake',
  now,
  reached: deadlinesOf(state)
    .map(({ at }) => at)
    .filter((at) => at <= now),
});

/** A contact that has started with the default flow and waits in its queue. */
export const queuedContact = (): ContactState => accepted(newContactState('k1'), startCommand()).state;

/** The same, with agent `a1`. */
export function servedContact(): ContactState {
  const offered = accepted(queuedContact(), {
    type: 'offer',
    now: noon,
    agentId: 'a1',
    until: noon + 20_000,
  }).state;
  const accept = {
    type: 'accept',
    now: noon,
    agentId: 'a1',
    participantId: 'p1',
    displayName: 'Ada',
  } as const;
  return accepted(offered, accept).state;
}

export const kinds = (entries: readonly NewEntry[]): string[] => entries.map(({ kind }) => kind);

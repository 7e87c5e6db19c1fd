import type { ContactFlowContent } from '../../shared/contact-flow.js';
import type { Queue } from '../../shared/queue.js';
import type { QueueMetrics } from '../../shared/queue-metrics.js';
import type { QueueRoom } from '../flow/find-room.js';
import type { FlowEffect, FlowFacts, FlowInput, FlowState } from '../flow/flow-state.js';
import { stepFlow } from '../flow/step.js';
import type { ContactState } from './contact-state.js';
import type { NewEntry, Speaker } from './entry.js';

/** What a contact may use of a queue. */
export interface QueueFacts extends QueueRoom, Pick<Queue, 'name' | 'wrapUp' | 'idleTimes'> {
  isOpen: boolean;
  metrics: QueueMetrics;
}

/** What a contact's flow may use when it moves. */
export interface FlowWorld {
  /** The contact's flow; null if it was deleted. */
  flow: ContactFlowContent | null;
  queues: Record<string, QueueFacts>;
  /** The values of `$.Texts.` references, in the contact's language. */
  texts: Readonly<Record<string, string>>;
}

/**
 * The participant that sends a flow's messages. The name is Amazon Connect's default; a user interface may replace it.
 */
export const systemSpeaker: Speaker = {
  participantId: 'system',
  role: 'SYSTEM',
  displayName: 'SYSTEM_MESSAGE',
};

/** The queue of a contact whose flow is missing, so that it still reaches an agent. */
export const lastResortQueueId = 'default';

/** Runs a contact's flow until it waits or ends. Returns the entries. */
export function moveFlow(
  state: ContactState,
  { input, now }: { input: FlowInput; now: number },
  world: FlowWorld,
): NewEntry[] {
  if (!world.flow) return withoutFlow(state, now);
  const step = stepFlow(world.flow, state.flow, input, factsOf(state, now, world));
  const entries = step.effects.map((effect): NewEntry => ({ at: now, ...entryOf(effect) }));
  if (!isSameFlowState(state.flow, step.state))
    entries.push({ at: now, kind: 'flow.moved', flow: step.state });
  return entries;
}

function withoutFlow(state: ContactState, at: number): NewEntry[] {
  const over: NewEntry = { at, kind: 'flow.moved', flow: { actionId: null, wakeAt: null } };
  const queueId = state.targetQueueId ?? lastResortQueueId;
  return state.queue ? [over] : [{ at, kind: 'queue.entered', queueId }, over];
}

type Unstamped<T> = T extends unknown ? Omit<T, 'at'> : never;

function entryOf(effect: FlowEffect): Unstamped<NewEntry> {
  switch (effect.type) {
    case 'message': {
      const { contentType, content } = effect;
      return { kind: 'message', who: systemSpeaker, clientToken: null, contentType, content };
    }
    case 'target-queue':
      return { kind: 'queue.targeted', queueId: effect.queueId };
    case 'enter-queue':
      return { kind: 'queue.entered', queueId: effect.queueId };
    case 'disconnect':
      return { kind: 'chat.ended', by: null, reason: 'FLOW' };
  }
}

function factsOf(state: ContactState, now: number, world: FlowWorld): FlowFacts {
  const { targetQueueId } = state;
  const known = Object.entries(world.queues);
  return {
    now,
    targetQueueId,
    queues: Object.fromEntries(known.map(([queueId, { metrics }]) => [queueId, metrics])),
    rooms: world.queues,
    closedQueues: known.filter(([, { isOpen }]) => !isOpen).map(([queueId]) => queueId),
    references: referencesOf(state, world),
  };
}

/**
 * The values of `$.` references. Attributes of the page have Amazon Connect's prefix, so that a flow can't mistake them
 * for verified ones.
 */
function referencesOf(state: ContactState, world: FlowWorld): Record<string, string> {
  const { verified, unverified } = state.attributes;
  const { targetQueueId } = state;
  const isKnown = targetQueueId !== null && Object.hasOwn(world.queues, targetQueueId);
  const queue = isKnown ? world.queues[targetQueueId] : undefined;
  return {
    Channel: 'CHAT',
    ContactId: state.contactId,
    InitialContactId: state.contactId,
    CustomerId: state.customerId ?? '',
    LanguageCode: state.language,
    'Queue.Name': queue?.name ?? '',
    ...prefixed('Texts.', world.texts),
    ...prefixed('Attributes.HostedWidget-', unverified),
    ...prefixed('Attributes.', verified),
    ...prefixed('Attributes.', state.flowAttributes),
  };
}

const prefixed = (prefix: string, values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));

const isSameFlowState = (a: FlowState | null, b: FlowState): boolean =>
  a !== null && a.actionId === b.actionId && a.wakeAt === b.wakeAt;

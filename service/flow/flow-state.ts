import type { ContactFlowContent } from '../../shared/contact-flow.js';
import type { QueueMetrics } from '../../shared/queue-metrics.js';

/** Where a contact stands in its flow: plain data, kept in the contact's log, so that it continues after a restart. */
export interface FlowState {
  /** The action that is waiting, or null when the flow is over. */
  actionId: string | null;
  /** When the waiting action goes on by itself, in milliseconds since 1970; null where it does not wait. */
  wakeAt: number | null;
}

/** What makes a flow go on. */
export type FlowInput =
  /** A new contact: run from the start action. */
  | { type: 'start' }
  /** The waiting is over: `wakeAt` was reached, by a clock that nobody sets. */
  | { type: 'time' };

/** What a flow may know of the world at this step; values come in, nothing is fetched. */
export interface FlowFacts {
  now: number;
  /** What `$.` references resolve to, by path without `$.`: `Attributes.tier`, `Channel`, `ContactId`, `Queue.Name` … */
  references: Record<string, string>;
  /** The queue that the contact is bound for, once an action has set it. */
  targetQueueId: string | null;
  /** Every existing queue with its live numbers. */
  queues: Record<string, QueueMetrics>;
  /** Those of them that are outside their hours of operation. */
  closedQueues: readonly string[];
}

/** What a step asks the contact to do, in order. */
export type FlowEffect =
  | { type: 'message'; contentType: 'text/plain' | 'text/markdown'; content: string }
  | { type: 'target-queue'; queueId: string }
  | { type: 'enter-queue'; queueId: string }
  | { type: 'disconnect' };

/** One step: the state afterwards, and what is to be done. */
export interface FlowStep {
  state: FlowState;
  effects: FlowEffect[];
}

/** Runs a flow from where it stands until it waits or is over. Pure. */
export type StepFlow = (
  content: ContactFlowContent,
  state: FlowState | null,
  input: FlowInput,
  facts: FlowFacts,
) => FlowStep;

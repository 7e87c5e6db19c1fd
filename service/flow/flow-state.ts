import type { ContactFlowContent } from '../../shared/contact-flow.js';
import type { QueueRoom } from './find-room.js';
import type { QueueMetrics } from '../../shared/queue-metrics.js';

/** A contact's position in its flow. It is stored in the contact's log, so that the flow continues after a restart. */
export interface FlowState {
  /** The action that waits; null after the end of the flow. */
  actionId: string | null;
  /** When the action's wait is over, in milliseconds since 1970; null if it doesn't wait. */
  wakeAt: number | null;
}

/** What lets a flow go on. */
export type FlowInput =
  /** A new contact: run from the start action. */
  | { type: 'start' }
  /** `wakeAt` was reached, measured by a monotonic clock. */
  | { type: 'time' };

/** What a flow may use in this step. All values are passed in; the flow loads nothing. */
export interface FlowFacts {
  now: number;
  /** The values of `$.` references by path without `$.`: `Attributes.tier`, `Channel`, `ContactId`, `Queue.Name` … */
  references: Record<string, string>;
  /** The queue that an action chose; null before that. */
  targetQueueId: string | null;
  /** The metrics of every existing queue. */
  queues: Record<string, QueueMetrics>;
  /** How many contacts each queue takes, and what becomes of the others. */
  rooms: Readonly<Record<string, QueueRoom>>;
  /** The queues that are outside their opening hours. */
  closedQueues: readonly string[];
}

/** What the contact must do after a step, in order. */
export type FlowEffect =
  | { type: 'message'; contentType: 'text/plain' | 'text/markdown'; content: string }
  | { type: 'target-queue'; queueId: string }
  | { type: 'enter-queue'; queueId: string }
  | { type: 'disconnect' };

/** The result of a step: the next state, and the effects. */
export interface FlowStep {
  state: FlowState;
  effects: FlowEffect[];
}

/** Runs a flow from its position until it waits or ends. Pure. */
export type StepFlow = (
  content: ContactFlowContent,
  state: FlowState | null,
  input: FlowInput,
  facts: FlowFacts,
) => FlowStep;

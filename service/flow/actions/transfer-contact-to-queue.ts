import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "Transfer to queue": the contact waits for an agent, and the flow ends; NextAction is never used. */
export const transferContactToQueue: ActionKind = {
  type: 'TransferContactToQueue',
  parameters: Type.Object({}, { additionalProperties: false }),
  isNextOptional: true,
  requiredErrors: ['QueueAtCapacity', 'NoMatchingError'],
  run({ facts: { targetQueueId, queues } }) {
    const isKnown = targetQueueId !== null && Object.hasOwn(queues, targetQueueId);
    if (!isKnown) return { go: 'error', errorType: 'NoMatchingError' };
    return { go: 'over', effects: [{ type: 'enter-queue', queueId: targetQueueId }] };
  },
};

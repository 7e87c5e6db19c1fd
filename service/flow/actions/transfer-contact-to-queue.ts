import { Type } from 'typebox';
import type { ActionKind } from '../action.js';
import { findRoom } from '../find-room.js';
import type { FlowEffect } from '../flow-state.js';

/**
 * "Transfer to queue": the contact waits for an agent, and the flow ends; NextAction is never used. If the queue has no
 * room, its overflow decides; without one, the flow goes to the branch of QueueAtCapacity.
 */
export const transferContactToQueue: ActionKind = {
  type: 'TransferContactToQueue',
  parameters: Type.Object({}, { additionalProperties: false }),
  isNextOptional: true,
  requiredErrors: ['QueueAtCapacity', 'NoMatchingError'],
  run({ facts: { targetQueueId, queues, rooms } }) {
    const isKnown = targetQueueId !== null && Object.hasOwn(queues, targetQueueId);
    if (!isKnown) return { go: 'error', errorType: 'NoMatchingError' };
    const place = findRoom(targetQueueId, { queues, rooms });
    if ('queueId' in place) return { go: 'over', effects: enter(place.queueId, targetQueueId) };
    if (place.message === null) return { go: 'error', errorType: 'QueueAtCapacity' };
    const message = { type: 'message', contentType: 'text/plain', content: place.message } as const;
    return { go: 'over', effects: [message, { type: 'disconnect' }] };
  },
};

const enter = (queueId: string, targetQueueId: string): FlowEffect[] => [
  ...(queueId === targetQueueId ? [] : [{ type: 'target-queue', queueId } as const]),
  { type: 'enter-queue', queueId },
];

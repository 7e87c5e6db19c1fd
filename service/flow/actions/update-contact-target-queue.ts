import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "Set working queue": chooses the contact's queue. */
export const updateContactTargetQueue: ActionKind = {
  type: 'UpdateContactTargetQueue',
  parameters: Type.Object({ QueueId: Type.String({ minLength: 1 }) }, { additionalProperties: false }),
  requiredErrors: ['NoMatchingError'],
  run({ parameters, facts }) {
    const queueId = String(parameters.QueueId);
    if (!Object.hasOwn(facts.queues, queueId)) return { go: 'error', errorType: 'NoMatchingError' };
    return { go: 'on', effects: [{ type: 'target-queue', queueId }] };
  },
};

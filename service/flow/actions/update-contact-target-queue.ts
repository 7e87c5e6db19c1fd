import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** "Set working queue": which queue the contact is bound for. */
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

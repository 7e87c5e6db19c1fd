import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/**
 * "Check hours of operation": whether a queue is open. Opening hours belong to queues here, so `HoursOfOperationId` is
 * a queue's id.
 */
export const checkHoursOfOperation: ActionKind = {
  type: 'CheckHoursOfOperation',
  parameters: Type.Object(
    { HoursOfOperationId: Type.Optional(Type.String({ minLength: 1 })) },
    { additionalProperties: false },
  ),
  isNextOptional: true,
  requiredErrors: ['NoMatchingError'],
  refuseCondition({ Operator, Operands: [operand] }) {
    const isKnown = Operator === 'Equals' && (operand === 'True' || operand === 'False');
    return isKnown ? null : 'the condition of CheckHoursOfOperation is Equals "True" or Equals "False"';
  },
  run({ parameters, facts }) {
    const queueId = parameters.HoursOfOperationId ?? facts.targetQueueId;
    const isKnown = typeof queueId === 'string' && Object.hasOwn(facts.queues, queueId);
    if (!isKnown) return { go: 'error', errorType: 'NoMatchingError' };
    return { go: 'on', value: facts.closedQueues.includes(queueId) ? 'False' : 'True' };
  },
};

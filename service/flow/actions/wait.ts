import { Type } from 'typebox';
import type { ActionKind } from '../action.js';

/** The longest time that a Wait takes, in milliseconds: seven days. */
export const longestWait = 604_800_000;
const seconds = Type.Optional(Type.String({ minLength: 1 }));

/**
 * "Wait": goes on after a time. Amazon Connect's console writes TimeLimitSeconds, its documentation TimeoutSeconds;
 * both are accepted.
 */
export const wait: ActionKind = {
  type: 'Wait',
  parameters: Type.Object(
    { TimeLimitSeconds: seconds, TimeoutSeconds: seconds },
    { additionalProperties: false },
  ),
  requiredErrors: ['NoMatchingError'],
  refuseCondition({ Operator, Operands: [operand] }) {
    const isCompleted = Operator === 'Equals' && operand === 'WaitCompleted';
    return isCompleted ? null : 'the condition of a Wait is Equals "WaitCompleted"';
  },
  run({ parameters, facts, wakeAt }) {
    if (wakeAt !== null) return { go: 'on', value: 'WaitCompleted' };
    const limit = Number(parameters.TimeLimitSeconds ?? parameters.TimeoutSeconds);
    const isLimit = Number.isInteger(limit) && limit >= 1 && limit * 1000 <= longestWait;
    return isLimit
      ? { go: 'wait', until: facts.now + limit * 1000 }
      : { go: 'error', errorType: 'NoMatchingError' };
  },
};

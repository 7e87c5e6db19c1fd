import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

const minutes = (description: string) =>
  Type.Integer({ minimum: limits.idleMinutesLeast, maximum: limits.idleMinutesMost, description });
const closed = { additionalProperties: false };

/** When participants of a chat count as idle, and what follows. A member that is left out is off. */
export const IdleTimesSchema = Type.Object(
  {
    customer: Type.Optional(
      Type.Object(
        {
          warnAfterMinutes: minutes('After an unanswered message of the agent: the visitor reads a warning.'),
          endAfterMinutes: minutes('After the warning: the chat ends.'),
        },
        closed,
      ),
    ),
    agent: Type.Optional(
      Type.Object(
        {
          warnAfterMinutes: minutes('After an unanswered message of the visitor: the agent gets a warning.'),
          requeueAfterMinutes: minutes('After the warning: the chat goes back to the front of its queue.'),
        },
        closed,
      ),
    ),
  },
  { ...closed, description: 'Warnings and consequences of silence, while an agent is in the chat.' },
);
export type IdleTimes = Static<typeof IdleTimesSchema>;

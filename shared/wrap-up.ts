import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

const outcome = Type.String({ minLength: 1, maxLength: limits.outcomeCharacters });
const outcomes = (description: string) =>
  Type.Array(outcome, { maxItems: limits.outcomes, uniqueItems: true, default: [], description });

/** What agents do after a chat of a queue. */
export const WrapUpSchema = Type.Object(
  {
    seconds: Type.Integer({
      minimum: 0,
      maximum: limits.wrapUpSeconds,
      default: 0,
      description: 'How long the chat still counts as one of the agent’s; 0 for no after-contact work.',
    }),
    dispositions: outcomes('How a chat can have ended; the agent chooses one.'),
    tags: outcomes('What a chat can have been about; the agent chooses any number.'),
  },
  { additionalProperties: false },
);
export type WrapUp = Static<typeof WrapUpSchema>;

/** What an agent found: members of a frame, and of a contact by REST. */
export const outcomeMembers = {
  disposition: Type.Union([outcome, Type.Null()]),
  tags: Type.Array(outcome, { maxItems: limits.outcomes, uniqueItems: true }),
};
/** What an agent found after a chat. */
export interface Outcome {
  /** How it ended; null if the agent chose nothing. */
  disposition: string | null;
  /** What it was about. */
  tags: string[];
}

import { Type, type Static } from 'typebox';
import { inWords } from './in-words.js';
import { limits } from './limits.js';
import { text } from './text-schema.js';

const closed = { additionalProperties: false } as const;

/** The survey that a visitor gets after a chat. */
export const SurveySchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('OFF'), Type.Literal('STARS'), Type.Literal('THUMBS')], {
      default: 'OFF',
      description: 'OFF, STARS (1 to 5) or THUMBS (up or down).',
    }),
    /** If empty, the widget asks in its own words, in the visitor's language. */
    question: text({ most: 256 }, (length) => `A text of ${length}.`, { default: '' }),
    comment: Type.Boolean({
      default: true,
      description: 'Whether a comment may be added: true or false.',
    }),
  },
  { ...closed, default: {} },
);
export type Survey = Static<typeof SurveySchema>;
/** The kind of rating. */
export type SurveyKind = Exclude<Survey['kind'], 'OFF'>;

/** The answer from a page. The domain checks the rating, so that a refusal has its own error code. */
export const SurveyInputSchema = Type.Object(
  {
    clientToken: Type.String({
      minLength: 1,
      maxLength: 500,
      description: "The page's own name for this answer: sent again, it is stored once.",
    }),
    rating: Type.Integer({ description: 'STARS: 1 to 5. THUMBS: 1 for good, 0 for not good.' }),
    comment: Type.Optional(
      Type.String({ description: `A text of at most ${inWords(limits.messageCharacters)} characters.` }),
    ),
  },
  closed,
);
export type SurveyInput = Static<typeof SurveyInputSchema>;

/** A visitor's rating of a chat, as staff see it. */
export const SurveyAnswerSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('STARS'), Type.Literal('THUMBS')]),
    rating: Type.Integer({ description: 'STARS: 1 to 5. THUMBS: 1 for good, 0 for not good.' }),
    comment: Type.String({ description: 'Empty for none.' }),
    at: Type.String({ description: 'ISO 8601.' }),
  },
  closed,
);
export type SurveyAnswer = Static<typeof SurveyAnswerSchema>;

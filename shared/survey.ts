import { Type, type Static } from 'typebox';
import { inWords } from './in-words.js';
import { limits } from './limits.js';
import { text } from './text-schema.js';

const closed = { additionalProperties: false } as const;

/** What a visitor is asked after a chat. */
export const SurveySchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('OFF'), Type.Literal('STARS'), Type.Literal('THUMBS')], {
      default: 'OFF',
      description: 'OFF, STARS (1 to 5) or THUMBS (up or down).',
    }),
    /** Empty asks in the widget's language. */
    question: text({ most: 256 }, (length) => `A text of ${length}.`, { default: '' }),
    comment: Type.Boolean({
      default: true,
      description: 'Whether a comment may be added: true or false.',
    }),
  },
  { ...closed, default: {} },
);
export type Survey = Static<typeof SurveySchema>;
/** How a chat is rated. */
export type SurveyKind = Exclude<Survey['kind'], 'OFF'>;

/** The answer as a page sends it; the rating is checked by the domain, so that a refusal has a code of its own. */
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

/** What a visitor said of a chat, as staff read it. */
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

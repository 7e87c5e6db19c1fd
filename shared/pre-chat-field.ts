import { Type, type Static } from 'typebox';
import { limits } from './limits.js';
import { text } from './text-schema.js';

const optionCharacters = 100;
const nameCharacters = 127;

/** What the choices of a question take, in a sentence. */
export const takesOptions = `What can be chosen from: 1 to ${limits.preChatOptions} texts of 1 to ${optionCharacters} characters.`;

/**
 * One question that a visitor answers before a chat starts. The answer becomes a contact attribute of this name; the one
 * called `displayName` is also what agents call the visitor.
 */
export const PreChatFieldSchema = Type.Object(
  {
    name: Type.String({
      pattern: `^(?!__proto__$)[A-Za-z0-9_-]{1,${nameCharacters}}$`,
      description: `The name of a contact attribute: letters, digits, "-" and "_", ${nameCharacters} at most.`,
    }),
    label: text({ least: 1, most: 256 }, (length) => `The question: a text of ${length}.`),
    type: Type.Union(
      [
        Type.Literal('text'),
        Type.Literal('email'),
        Type.Literal('phone'),
        Type.Literal('select'),
        Type.Literal('checkbox'),
      ],
      { default: 'text', description: 'text, email, phone, select or checkbox.' },
    ),
    required: Type.Boolean({
      default: false,
      description: 'Whether a chat starts only with an answer: true or false.',
    }),
    options: Type.Array(
      text({ least: 1, most: optionCharacters }, (length) => `A choice of ${length}.`),
      {
        maxItems: limits.preChatOptions,
        default: [],
        description: takesOptions,
      },
    ),
    link: Type.String({
      pattern: '^(https://[^\\s"\'<>\\\\]{1,2040})?$',
      default: '',
      description: 'What a checkbox agrees to: an address beginning with https://, or nothing.',
    }),
  },
  { additionalProperties: false },
);
/** One question with every member present. */
export type PreChatField = Static<typeof PreChatFieldSchema>;

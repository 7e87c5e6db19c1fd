import { Type, type Static } from 'typebox';
import { limits } from './limits.js';
import { text } from './text-schema.js';

const optionCharacters = 100;
const nameCharacters = 127;

/** The accepted choices of a question, as a sentence. */
export const takesOptions = `What can be chosen from: 1 to ${limits.preChatOptions} texts of 1 to ${optionCharacters} characters.`;

/**
 * A question that a visitor answers before a chat starts. The answer becomes a contact attribute of this
 * name. The answer to `displayName` is also the visitor's name for agents.
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
      description: 'The address of the terms that a checkbox accepts, beginning with https://, or nothing.',
    }),
  },
  { additionalProperties: false },
);
/** A question with all members present. */
export type PreChatField = Static<typeof PreChatFieldSchema>;

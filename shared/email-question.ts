import type { PreChatField } from './pre-chat-field.js';

/** The question for an offline message: the address for the answer. */
export const emailQuestion: PreChatField = {
  ...{ name: 'email', label: 'E-mail', type: 'email', required: true, options: [], link: '' },
};

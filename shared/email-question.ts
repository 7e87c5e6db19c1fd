import type { PreChatField } from './pre-chat-field.js';

/** What is asked of whoever leaves a message: where the answer goes. */
export const emailQuestion: PreChatField = {
  ...{ name: 'email', label: 'E-mail', type: 'email', required: true, options: [], link: '' },
};

import type { PreChatField } from '../../../../shared/pre-chat-field.js';

/** The most common pre-chat questions; each is valid as it is. */
export const questionPresets = {
  name: preset({ name: 'displayName', label: 'Your name' }),
  email: preset({ name: 'email', label: 'Your e-mail address', type: 'email' }),
  phone: preset({ name: 'phone', label: 'Your phone number', type: 'phone' }),
  choice: preset({
    name: 'topic',
    label: 'What is it about?',
    type: 'select',
    options: ['An order', 'Something else'],
  }),
  consent: preset({
    name: 'consent',
    label: 'I have read the privacy policy.',
    type: 'checkbox',
    required: true,
  }),
  other: preset({ name: 'question', label: 'How can we help?' }),
} as const;
export type QuestionPreset = keyof typeof questionPresets;

function preset(members: Pick<PreChatField, 'name' | 'label'> & Partial<PreChatField>): PreChatField {
  return { type: 'text', required: false, options: [], link: '', ...members };
}

/** Creates the question of a preset, with a unique name. */
export function newQuestion(kind: QuestionPreset, others: readonly PreChatField[]): PreChatField {
  const question = questionPresets[kind];
  const isTaken = (name: string): boolean => others.some((each) => each.name === name);
  let name = question.name;
  for (let number = 2; isTaken(name); number += 1) name = `${question.name}-${number}`;
  return { ...question, name };
}

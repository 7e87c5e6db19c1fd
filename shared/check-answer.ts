import type { LabelName } from './label-names.js';
import * as clientLimits from './client-limits.js';
import type { PreChatField } from './pre-chat-field.js';

/** What is wrong with an answer: the name of the text that explains it. */
export type AnswerFault = Extract<
  LabelName,
  'fillIn' | 'chooseOne' | 'agree' | 'emailInvalid' | 'phoneInvalid' | 'tooLong'
>;

/** The answer of a ticked checkbox. */
export const ticked = 'true';

/**
 * The HTML standard's "valid e-mail address", but with a dot in the domain, because visitors' addresses have
 * one.
 */
const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)+$/i;
/** Digits, at most 15 of them (ITU-T E.164), with the usual separators. */
const phone = /^\+?[\d\s().\/-]{3,40}$/;

/** Checks the answer to a pre-chat question, both in the page and in the service. Null if it is valid. */
export function checkAnswer(
  { name, type, required, options }: PreChatField,
  answer: string | undefined,
): AnswerFault | null {
  const text = (answer ?? '').trim();
  if (text === '' || (type === 'checkbox' && text !== ticked)) return required ? missing[type] : null;
  if (
    text.length >
    (name === 'displayName' ? clientLimits.displayNameCharacters : clientLimits.answerCharacters)
  )
    return 'tooLong';
  if (type === 'email' && !(text.length <= 254 && email.test(text))) return 'emailInvalid';
  if (type === 'phone' && !isPhone(text)) return 'phoneInvalid';
  return type === 'select' && options.indexOf(text) < 0 ? 'chooseOne' : null;
}

const missing: Record<PreChatField['type'], AnswerFault> = {
  text: 'fillIn',
  email: 'fillIn',
  phone: 'fillIn',
  select: 'chooseOne',
  checkbox: 'agree',
};

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return phone.test(text) && digits >= 3 && digits <= 15;
}

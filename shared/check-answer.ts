import type { LabelName } from './label-names.js';
import { clientLimits } from './client-limits.js';
import type { PreChatField } from './pre-chat-field.js';

/** What is wrong with an answer, by the name of the text that says so. */
export type AnswerFault = Extract<
  LabelName,
  'fillIn' | 'chooseOne' | 'agree' | 'emailInvalid' | 'phoneInvalid' | 'tooLong'
>;

/** The answer of a checkbox that is ticked. */
export const ticked = 'true';

/** As the HTML standard has it ("valid e-mail address"), with a dot in the domain: people write those. */
const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d]([a-z\d-]{0,61}[a-z\d])?(\.[a-z\d]([a-z\d-]{0,61}[a-z\d])?)+$/i;
/** Digits, at most 15 of them (ITU-T E.164), with what people put between. */
const phone = /^\+?[\d\s().\/-]{3,40}$/;

/** Checks one answer to a question asked before a chat: the same in the page and in the service. Null where it is good. */
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

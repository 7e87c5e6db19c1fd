import { takesMessages } from '../../shared/away.js';
import { checkAnswer } from '../../shared/check-answer.js';
import { emailQuestion } from '../../shared/email-question.js';
import { limits } from '../../shared/limits.js';
import type { Widget } from '../../shared/widget-config.js';
import { ServiceError } from '../errors.js';

/** The attribute names that Amazon Connect accepts: letters, digits, hyphen, underscore. */
const attributeName = /^[A-Za-z0-9_-]{1,127}$/;

/** Checks the page's attributes. Throws ATTRIBUTES_INVALID. */
export function checkAttributes(attributes: Record<string, string>): Record<string, string> {
  const names = Object.keys(attributes);
  const bytes = names.reduce(
    (sum, name) => sum + Buffer.byteLength(name) + Buffer.byteLength(attributes[name]!),
    0,
  );
  const wrong = names.find((name) => !attributeName.test(name) || name === '__proto__');
  if (wrong !== undefined) {
    const message = 'The name of an attribute may have letters, digits, "-" and "_", at most 127 of them.';
    throw new ServiceError('ATTRIBUTES_INVALID', { pointer: `/attributes/${escapePointer(wrong)}`, message });
  }
  if (names.length > limits.attributes || bytes > limits.attributesBytes) {
    throw new ServiceError('ATTRIBUTES_INVALID', { pointer: '/attributes' });
  }
  return attributes;
}

/**
 * Checks the answers to the widget's pre-chat form, which come as attributes. Questions that the website's
 * token answers are skipped. Throws ANSWER_INVALID.
 */
export function checkAnswers(questions: Widget['preChat'], attributes: Record<string, string>): void {
  for (const question of questions) {
    const fault = checkAnswer(question, ownValue(attributes, question.name));
    if (fault === null) continue;
    const message = `The pre-chat form has an invalid answer to "${question.label}".`;
    throw new ServiceError('ANSWER_INVALID', { pointer: `/attributes/${question.name}`, message });
  }
}

/**
 * An offline message needs an e-mail address. Pre-chat questions don't apply to it. Throws ANSWER_INVALID.
 */
export function checkLeftMessage({ away }: Widget, attributes: Record<string, string>): void {
  if (!takesMessages(away)) {
    const message = "This widget doesn't take offline messages.";
    throw new ServiceError('ANSWER_INVALID', { pointer: '/leftMessage', message });
  }
  if (checkAnswer(emailQuestion, ownValue(attributes, emailQuestion.name)) === null) return;
  const message = 'An offline message needs an e-mail address.';
  throw new ServiceError('ANSWER_INVALID', { pointer: `/attributes/${emailQuestion.name}`, message });
}

/** Whether the visitor answered any question of the form. */
export const hasAnswers = (questions: Widget['preChat'], attributes: Record<string, string>): boolean =>
  questions.some(({ name }) => Boolean(ownValue(attributes, name)));

/** The visitor's name, if a form asks for it. */
export function nameAnswered(
  questions: Widget['preChat'],
  attributes: Record<string, string>,
  isLeft: boolean,
): string | undefined {
  const isAsked = isLeft || questions.some(({ name }) => name === 'displayName');
  return (isAsked && ownValue(attributes, 'displayName')?.trim()) || undefined;
}

const ownValue = (attributes: Record<string, string>, name: string): string | undefined =>
  Object.hasOwn(attributes, name) ? attributes[name] : undefined;

const escapePointer = (name: string): string =>
  name.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 127);

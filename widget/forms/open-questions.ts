import { checkAnswer } from '../../shared/check-answer.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';

let last: { all: readonly PreChatField[]; known: string; open: readonly PreChatField[] } | undefined;

/**
 * Returns the questions that contact attributes of the same name do not answer. Returns the same array for the same
 * arguments, so that Lit renders nothing again.
 */
export function openQuestions(
  questions: readonly PreChatField[],
  attributes: Record<string, string>,
): readonly PreChatField[] {
  const known = JSON.stringify(attributes);
  if (last?.all !== questions || last.known !== known) {
    const isOpen = (question: PreChatField): boolean => {
      const answer = attributes[question.name];
      return answer === undefined || checkAnswer(question, answer) !== null;
    };
    last = { all: questions, known, open: questions.filter(isOpen) };
  }
  return last.open;
}

import type { PreChatField } from '../../shared/pre-chat-field.js';
import type * as Forms from './define.js';

let forms: typeof Forms | undefined;

/** Loads the forms, which a widget that asks nothing never needs. Resolves once they are there, or can't be loaded. */
export async function loadForms(): Promise<void> {
  forms ??= await import('./define.js').catch(() => undefined);
}

/** The questions that the page has not answered by its contact attributes; all of them until the forms are loaded. */
export const questionsLeft = (
  questions: readonly PreChatField[],
  attributes: Record<string, string>,
): readonly PreChatField[] => forms?.openQuestions(questions, attributes) ?? questions;

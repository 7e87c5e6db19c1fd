import type { PreChatField } from '../../shared/pre-chat-field.js';
import type * as Forms from './define.js';

let forms: typeof Forms | undefined;

/** Loads the forms, which only widgets with questions need. Resolves when they are loaded, or could not be. */
export async function loadForms(): Promise<void> {
  forms ??= await import('./define.js').catch(() => undefined);
}

/** The questions that the page's contact attributes do not answer; all of them until the forms are loaded. */
export const questionsLeft = (
  questions: readonly PreChatField[],
  attributes: Record<string, string>,
): readonly PreChatField[] => forms?.openQuestions(questions, attributes) ?? questions;

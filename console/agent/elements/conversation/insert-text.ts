import type { Composer } from '../../../../widget/elements/composer/composer.js';

/** A text for the composer. */
export interface InsertedText {
  text: string;
  /** Whether it takes the place of everything that is there, rather than of what is selected. */
  replacesAll: boolean;
  /** The part of the text that is selected then, so that typing replaces it. */
  missing?: readonly [start: number, end: number] | undefined;
}

/** Puts a text where the agent writes, as if it had been typed, and the cursor behind it. Nothing is sent. */
export function insertText(composer: Composer, { text, replacesAll, missing }: InsertedText): void {
  const field = composer.shadowRoot!.querySelector('textarea')!;
  const start = replacesAll ? 0 : field.selectionStart;
  field.setRangeText(text, start, replacesAll ? field.value.length : field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  field.focus();
  if (missing) field.setSelectionRange(start + missing[0], start + missing[1]);
}

import type { LanguageTag } from '../../../../shared/languages.js';
import type { VisitorTextName } from '../../../../shared/visitor-texts/visitor-texts.js';
import type { Texts } from '../../../../shared/widget-config.js';

type ByLanguage = Texts['byLanguage'];

/** Returns the texts with one of them set. An empty text is removed, and a language without texts, too. */
export function withVisitorText(
  texts: ByLanguage,
  { tag, name, text }: { tag: LanguageTag; name: VisitorTextName; text: string },
): ByLanguage {
  const { [tag]: before = {}, ...others } = texts;
  const { [name]: _, ...kept } = before;
  const after = text === '' ? kept : { ...kept, [name]: text };
  return Object.keys(after).length === 0 ? others : { ...others, [tag]: after };
}

import { closestLanguage } from '../languages.js';
import type { Texts } from '../widget-config.js';
import { defaultTexts } from './default-texts.js';
import type { VisitorTextName, VisitorTexts } from './visitor-texts.js';

/**
 * All texts for a visitor of this language (a BCP 47 tag): the administrator's text for the language, else
 * the one for all languages, else the default. Visitors whose language isn't supported get the English texts,
 * like those of the widget's controls.
 */
export function resolveTexts(texts: Texts, visitorLanguage: string): VisitorTexts {
  const tag = closestLanguage(visitorLanguage) ?? 'en';
  return { ...defaultTexts[tag], ...forAllLanguages(texts), ...written(texts.byLanguage[tag]) };
}

/**
 * The title, welcome and launcher texts that differ from the schema's defaults. A default means that the
 * administrator wrote none.
 */
function forAllLanguages({ title, welcome, launcher }: Texts): Partial<VisitorTexts> {
  return written({ title: title === defaultTexts.en.title ? '' : title, welcome, launcher });
}

const written = (texts: Partial<Record<VisitorTextName, string>> = {}): Partial<VisitorTexts> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

import { closestLanguage } from '../languages.js';
import type { Texts } from '../widget-config.js';
import { defaultTexts } from './default-texts.js';
import type { VisitorTextName, VisitorTexts } from './visitor-texts.js';

/**
 * Every sentence for a visitor of this language (a BCP 47 tag): as the administrator has written it for the language,
 * else as written for all languages, else the default. Languages that the widget does not speak get the English texts,
 * as its controls do.
 */
export function resolveTexts(texts: Texts, visitorLanguage: string): VisitorTexts {
  const tag = closestLanguage(visitorLanguage) ?? 'en';
  return { ...defaultTexts[tag], ...forAllLanguages(texts), ...written(texts.byLanguage[tag]) };
}

/** The title, welcome and launcher of a widget that are not the defaults of its schema: these stand for "not written". */
function forAllLanguages({ title, welcome, launcher }: Texts): Partial<VisitorTexts> {
  return written({ title: title === defaultTexts.en.title ? '' : title, welcome, launcher });
}

const written = (texts: Partial<Record<VisitorTextName, string>> = {}): Partial<VisitorTexts> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

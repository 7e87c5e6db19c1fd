import { en, type Strings } from './en.js';

/** The widget's languages besides English by their first part, each a file that is loaded once it is spoken. */
const loaders: Record<string, () => Promise<{ strings: Strings }>> = {
  de: () => import('./de.js'),
  fr: () => import('./fr.js'),
  es: () => import('./es.js'),
  pt: () => import('./pt-br.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  zh: () => import('./zh-cn.js'),
  ar: () => import('./ar.js'),
};

/**
 * The texts in a language (BCP 47, or Amazon Connect's `de_DE`), in English where the widget does not speak it or they
 * cannot be loaded: a chat is worth more than its buttons' names.
 */
export async function loadStrings(language: string): Promise<Strings> {
  const name = language.toLowerCase().split(/[-_]/)[0]!;
  if (!Object.prototype.hasOwnProperty.call(loaders, name)) return en;
  const loaded = await loaders[name]!().catch(() => undefined);
  return loaded?.strings ?? en;
}

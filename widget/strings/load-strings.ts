import { en, type Strings } from './en.js';

/** The widget's languages besides English, by their primary subtag; each is loaded when it is used. */
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
 * Loads the texts of a language (BCP 47, or Amazon Connect's `de_DE`). English is the fallback for languages that the
 * widget does not have, and if loading fails.
 */
export async function loadStrings(language: string): Promise<Strings> {
  const name = language.toLowerCase().split(/[-_]/)[0]!;
  if (!Object.prototype.hasOwnProperty.call(loaders, name)) return en;
  const loaded = await loaders[name]!().catch(() => undefined);
  return loaded?.strings ?? en;
}

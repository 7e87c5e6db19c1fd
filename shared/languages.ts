/** The languages of the widget: BCP 47 tags, each with its own name for itself. */
export const languages = [
  { tag: 'en', name: 'English' },
  { tag: 'de', name: 'Deutsch' },
  { tag: 'fr', name: 'Français' },
  { tag: 'es', name: 'Español' },
  { tag: 'pt-BR', name: 'Português (Brasil)' },
  { tag: 'it', name: 'Italiano' },
  { tag: 'ja', name: '日本語' },
  { tag: 'ko', name: '한국어' },
  { tag: 'zh-CN', name: '简体中文' },
  { tag: 'ar', name: 'العربية' },
] as const;

export type LanguageTag = (typeof languages)[number]['tag'];

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0]!;

/**
 * The supported language that matches a tag by its primary subtag: `de-AT` and Amazon Connect's `de_DE` give
 * `de`. Null if the language isn't supported.
 */
export const closestLanguage = (tag: string): LanguageTag | null =>
  languages.find((each) => primary(each.tag) === primary(tag))?.tag ?? null;

/** The languages that visitors can be spoken to in: BCP 47 tags, each named as its speakers name it. */
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
 * The language of the list that a tag asks for, by its primary subtag: `de-AT` and Amazon Connect's `de_DE` give `de`.
 * Null for a language that is not in the list.
 */
export const closestLanguage = (tag: string): LanguageTag | null =>
  languages.find((each) => primary(each.tag) === primary(tag))?.tag ?? null;

import { takesMessages } from './away.js';
import { resolveTexts } from './visitor-texts/resolve-texts.js';
import type { VisitorTexts } from './visitor-texts/visitor-texts.js';
import {
  sparseThemeDefaults,
  type Features,
  type PageFeatures,
  type PageTheme,
  type Texts,
  type Theme,
  type Widget,
  type WidgetConfiguration,
} from './widget-config.js';

/**
 * The public part of a widget for its page: no name, no domains. Texts are in the page's language, if it
 * differs from the widget's.
 */
export const toWidgetConfiguration = (
  widgetId: string,
  { theme, texts, language, startOn, features, preChat, security, away, survey }: Widget,
  pageLanguage = language,
): WidgetConfiguration => ({
  widgetId,
  theme: toPageTheme(theme),
  texts: toPageTexts(texts, resolveTexts(texts, pageLanguage)),
  language,
  ...(startOn === 'open' && { startOn }),
  features: toPageFeatures(features),
  preChat,
  takesMessages: takesMessages(away),
  survey,
  security,
});

const toPageTexts = (
  { labels }: Texts,
  { title, welcome, launcher }: VisitorTexts,
): WidgetConfiguration['texts'] => ({ title, welcome, launcher, labels });

/** Omits members with default values: every byte counts before a visitor shows interest. */
function toPageTheme(theme: Theme): PageTheme {
  const defaults = new Map<string, unknown>(Object.entries(sparseThemeDefaults));
  return Object.fromEntries(
    Object.entries(theme).filter(([name, value]) => defaults.get(name) !== value),
  ) as PageTheme;
}

/** Likewise omits `longMessages` if it is off. */
const toPageFeatures = ({ longMessages, ...features }: Features): PageFeatures => ({
  ...features,
  ...(longMessages && { longMessages }),
});

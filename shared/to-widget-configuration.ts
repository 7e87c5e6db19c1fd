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
 * The part of a widget that its page may know: no name, no domains. Its texts are those of the page's language, which is
 * the widget's unless the page has its own.
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

/** The theme without the members that need not be sent: each byte counts before a visitor shows interest. */
function toPageTheme(theme: Theme): PageTheme {
  const defaults = new Map<string, unknown>(Object.entries(sparseThemeDefaults));
  return Object.fromEntries(
    Object.entries(theme).filter(([name, value]) => defaults.get(name) !== value),
  ) as PageTheme;
}

/** Likewise: what a chat without long messages need not be told. */
const toPageFeatures = ({ longMessages, ...features }: Features): PageFeatures => ({
  ...features,
  ...(longMessages && { longMessages }),
});

import { takesMessages } from './away.js';
import { launcherLabel } from './launcher-labels.js';
import {
  sparseThemeDefaults,
  type PageTheme,
  type Theme,
  type Widget,
  type WidgetConfiguration,
} from './widget-config.js';

/** The part of a widget that its page may know: no name, no domains. `language` is the page's own, where it has one. */
export const toWidgetConfiguration = (
  widgetId: string,
  { theme, texts, language, features, preChat, security, away, survey }: Widget,
  pageLanguage = language,
): WidgetConfiguration => ({
  widgetId,
  theme: toPageTheme(theme),
  texts: { ...texts, launcher: texts.launcher || launcherLabel(pageLanguage) },
  language,
  features,
  preChat,
  takesMessages: takesMessages(away),
  survey,
  security,
});

/** The theme without the members that need not be sent: each byte counts before a visitor shows interest. */
function toPageTheme(theme: Theme): PageTheme {
  const defaults = new Map<string, unknown>(Object.entries(sparseThemeDefaults));
  return Object.fromEntries(
    Object.entries(theme).filter(([name, value]) => defaults.get(name) !== value),
  ) as PageTheme;
}

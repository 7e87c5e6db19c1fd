import { takesMessages } from './away.js';
import { launcherLabel } from './launcher-labels.js';
import type { Widget, WidgetConfiguration } from './widget-config.js';

/** The part of a widget that its page may know: no name, no domains. `language` is the page's own, where it has one. */
export const toWidgetConfiguration = (
  widgetId: string,
  { theme, texts, language, features, preChat, security, away, survey }: Widget,
  pageLanguage = language,
): WidgetConfiguration => ({
  widgetId,
  theme,
  texts: { ...texts, launcher: texts.launcher || launcherLabel(pageLanguage) },
  language,
  features,
  preChat,
  takesMessages: takesMessages(away),
  survey,
  security,
});

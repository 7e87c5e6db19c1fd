import type { Widget, WidgetConfiguration } from './widget-config.js';

/** The part of a widget that its page may know: no name, no domains. */
export const toWidgetConfiguration = (
  widgetId: string,
  { theme, texts, language, security }: Widget,
): WidgetConfiguration => ({ widgetId, theme, texts, language, security });

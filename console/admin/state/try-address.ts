/** The sample page with a widget on it. */
export const tryAddress = (widgetId: string): string => `/demo/?widget-id=${encodeURIComponent(widgetId)}`;

/** Returns the address of the sample page with a widget. */
export const tryAddress = (widgetId: string): string => `/demo/?widget-id=${encodeURIComponent(widgetId)}`;

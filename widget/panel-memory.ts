import type { WidgetAddress } from '../client/kept-chat.js';

const keyOf = ({ serviceUrl, widgetId }: WidgetAddress): string =>
  `connect-chat ${serviceUrl} ${widgetId} open`;

/** Whether the panel was open in this tab when its last page was left. */
export function wasOpen(address: WidgetAddress): boolean {
  try {
    return sessionStorage.getItem(keyOf(address)) !== null;
  } catch {
    return false;
  }
}

export function rememberOpen(address: WidgetAddress, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(keyOf(address), '1');
    else sessionStorage.removeItem(keyOf(address));
  } catch {
    // A browser that denies storage opens each page with the launcher.
  }
}

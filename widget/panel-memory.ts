import { keyOf, type WidgetAddress } from '../client/kept-chat.js';

const openKey = (address: WidgetAddress): string => `${keyOf(address)} open`;

/** Whether the panel was open in this tab when its last page was left. */
export function wasOpen(address: WidgetAddress): boolean {
  try {
    return openKey(address) in sessionStorage;
  } catch {
    return false;
  }
}

export function rememberOpen(address: WidgetAddress, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openKey(address), '1');
    else sessionStorage.removeItem(openKey(address));
  } catch {
    // A browser that denies storage opens each page with the launcher.
  }
}

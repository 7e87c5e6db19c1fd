import type { WidgetAddress } from '../../client/kept-chat.js';
import { openKey } from './was-open.js';

/** Stores whether the panel is open, for the next page of this tab. */
export function rememberOpen(address: WidgetAddress, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openKey(address), '1');
    else sessionStorage.removeItem(openKey(address));
  } catch {
    // Without storage each page begins with the launcher.
  }
}

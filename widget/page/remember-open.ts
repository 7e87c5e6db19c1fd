import type { WidgetAddress } from '../../client/kept-chat.js';
import { openKey } from './was-open.js';

/** Keeps for the next page of this tab whether the panel is open. */
export function rememberOpen(address: WidgetAddress, isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openKey(address), '1');
    else sessionStorage.removeItem(openKey(address));
  } catch {
    // A browser that denies storage opens each page with the launcher.
  }
}

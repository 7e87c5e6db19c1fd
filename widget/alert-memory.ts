import type { WidgetAddress } from '../client/kept-chat.js';

const keyOf = ({ serviceUrl, widgetId }: WidgetAddress, what: string): string =>
  `connect-chat ${serviceUrl} ${widgetId} ${what}`;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Where storage is denied every tab is on its own.
  }
}

/** Whether the visitor turned the sound off. */
export const isQuiet = (address: WidgetAddress): boolean => read(keyOf(address, 'quiet')) !== null;

export const rememberQuiet = (address: WidgetAddress, quiet: boolean): void =>
  write(keyOf(address, 'quiet'), quiet ? '1' : null);

/**
 * Claims the sound of an item for this tab: true in the first that asks, false in the others, which share its storage.
 */
export function claimSound(address: WidgetAddress, itemId: string): boolean {
  const key = keyOf(address, 'sounded');
  if (read(key) === itemId) return false;
  write(key, itemId);
  return true;
}

/** Forgets which item sounded: its chat is over. */
export const forgetSounds = (address: WidgetAddress): void => write(keyOf(address, 'sounded'), null);

/** Forgets everything that was kept for a widget's alerts. */
export function forgetAlerts(address: WidgetAddress): void {
  forgetSounds(address);
  rememberQuiet(address, false);
}

import { keyOf, type WidgetAddress } from '../../client/kept-chat.js';

const quietKey = (address: WidgetAddress): string => `${keyOf(address)} quiet`;
const soundedKey = (address: WidgetAddress): string => `${keyOf(address)} sounded`;

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
    // Without storage each tab acts on its own.
  }
}

/** Whether the visitor turned the sound off. */
export const isQuiet = (address: WidgetAddress): boolean => read(quietKey(address)) !== null;

export const rememberQuiet = (address: WidgetAddress, quiet: boolean): void =>
  write(quietKey(address), quiet ? '1' : null);

/**
 * Claims the sound of an item for this tab: returns true in the first tab that asks, and false in the others, which
 * share the storage.
 */
export function claimSound(address: WidgetAddress, itemId: string): boolean {
  const key = soundedKey(address);
  if (read(key) === itemId) return false;
  write(key, itemId);
  return true;
}

/** Forgets which item had a sound: its chat has ended. */
export const forgetSounds = (address: WidgetAddress): void => write(soundedKey(address), null);

/** Forgets everything that is stored for a widget's alerts. */
export function forgetAlerts(address: WidgetAddress): void {
  forgetSounds(address);
  rememberQuiet(address, false);
}

import { keyOf, type KeptChat, type WidgetAddress } from './kept-chat.js';

/**
 * Reads the chat that this website's pages share, from localStorage: unlike IndexedDB, reading it creates nothing.
 */
export function readKeptChat(address: WidgetAddress): KeptChat | undefined {
  try {
    const chat = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null') as KeptChat | null;
    return typeof chat?.startToken === 'string' ? chat : undefined;
  } catch {
    return undefined;
  }
}

/** Stores the chat, or removes it; returns false if the browser denies storage. */
export function writeKeptChat(address: WidgetAddress, chat: KeptChat | undefined): boolean {
  try {
    if (chat) localStorage.setItem(keyOf(address), JSON.stringify(chat));
    else localStorage.removeItem(keyOf(address));
    return true;
  } catch {
    return false;
  }
}

import { keyOf, type KeptChat, type WidgetAddress } from './kept-chat.js';

/** The chat that this website's pages have of this widget. Kept in localStorage: reading there leaves nothing behind. */
export function readKeptChat(address: WidgetAddress): KeptChat | undefined {
  try {
    const chat = JSON.parse(localStorage.getItem(keyOf(address)) ?? 'null') as KeptChat | null;
    return typeof chat?.startToken === 'string' ? chat : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it; false where the browser denies storage. */
export function writeKeptChat(address: WidgetAddress, chat: KeptChat | undefined): boolean {
  try {
    if (chat) localStorage.setItem(keyOf(address), JSON.stringify(chat));
    else localStorage.removeItem(keyOf(address));
    return true;
  } catch {
    return false;
  }
}

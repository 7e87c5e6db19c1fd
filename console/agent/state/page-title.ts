import type { AgentChat } from './agent-chat.js';

const title = 'Agent console';

/**
 * Returns the title of the page. It begins with the number of offers and unread messages, which shows in a background
 * tab.
 */
export function toPageTitle(chats: readonly AgentChat[], offers: readonly unknown[]): string {
  const count = chats.reduce((sum, chat) => sum + chat.unread, offers.length);
  return count > 0 ? `(${count}) ${title}` : title;
}

import type { AgentChat } from './agent-chat.js';

const title = 'Agent console';

/** The page's title: how much waits for the agent, then the name, so that a tab in the background tells. */
export function toPageTitle(chats: readonly AgentChat[], offers: readonly unknown[]): string {
  const count = chats.reduce((sum, chat) => sum + chat.unread, offers.length);
  return count > 0 ? `(${count}) ${title}` : title;
}

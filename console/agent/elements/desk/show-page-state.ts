import type { AgentChat } from '../../state/agent-chat.js';
import { toPageTitle } from '../../state/page-title.js';

/** Shows in the tab how much waits for the agent: a number in the title, and a dot on the icon. */
export function showPageState(chats: readonly AgentChat[], offers: readonly unknown[]): void {
  document.title = toPageTitle(chats, offers);
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const waits = offers.length > 0 || chats.some(({ unread }) => unread > 0);
  const href = waits ? '/icon-unread.svg' : '/icon.svg';
  if (icon && icon.getAttribute('href') !== href) icon.href = href;
}

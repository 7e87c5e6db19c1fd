import { lastActivity, lastMessage, type AgentChat } from './agent-chat.js';

/**
 * The order of rows in the list: unread ones first and among them the one that waits longest, then the customers who
 * spoke last, then the rest; newest first among those.
 */
export function orderChats(chats: readonly AgentChat[]): AgentChat[] {
  return [...chats].sort((a, b) => {
    const difference = rank(a) - rank(b);
    if (difference !== 0) return difference;
    const older = lastActivity(a) - lastActivity(b);
    return a.unread > 0 ? older : -older;
  });
}

/** The same rows as before in the same places, whatever happened; new ones follow in their own order. */
export function keepOrder(chats: readonly AgentChat[], contactIds: readonly string[]): AgentChat[] {
  const place = new Map(contactIds.map((contactId, index) => [contactId, index]));
  const placeOf = (chat: AgentChat) => place.get(chat.contactId) ?? contactIds.length;
  return orderChats(chats).sort((a, b) => placeOf(a) - placeOf(b));
}

function rank(chat: AgentChat): number {
  if (chat.unread > 0) return 0;
  return lastMessage(chat)?.participantRole === 'CUSTOMER' ? 1 : 2;
}

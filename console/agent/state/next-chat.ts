import type { AgentChat } from './agent-chat.js';

/**
 * Returns the contact id of the chat before (-1) or after (1) the active one, in the order of the columns and
 * cyclically; undefined if there is no chat.
 */
export function nextChat(
  chats: readonly AgentChat[],
  active: string | undefined,
  step: 1 | -1,
): string | undefined {
  if (chats.length === 0) return undefined;
  const index = chats.findIndex((chat) => chat.contactId === active);
  const start = index === -1 && step === -1 ? 0 : index;
  return chats[(start + step + chats.length) % chats.length]?.contactId;
}

/**
 * Returns the contact id of the chat that becomes active when one is closed: its right neighbour, else its left one.
 */
export function neighbourOf(chats: readonly AgentChat[], contactId: string): string | undefined {
  const index = chats.findIndex((chat) => chat.contactId === contactId);
  return (chats[index + 1] ?? chats[index - 1])?.contactId;
}

/** Returns the contact id of the next chat with unread messages, from the active one onwards and cyclically. */
export function nextUnread(chats: readonly AgentChat[], active: string | undefined): string | undefined {
  const index = chats.findIndex((chat) => chat.contactId === active);
  const ordered = [...chats.slice(index + 1), ...chats.slice(0, index + 1)];
  return ordered.find(({ unread }) => unread > 0)?.contactId;
}

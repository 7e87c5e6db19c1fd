import type { AgentChat } from './agent-chat.js';

/** The chat before (-1) or after (1) the active one, as the columns stand, round and round; none where there is none. */
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

/** The chat that comes to the front when the active one is closed: its right neighbour, or its left one. */
export function neighbourOf(chats: readonly AgentChat[], contactId: string): string | undefined {
  const index = chats.findIndex((chat) => chat.contactId === contactId);
  return (chats[index + 1] ?? chats[index - 1])?.contactId;
}

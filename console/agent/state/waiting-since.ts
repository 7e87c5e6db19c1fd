import { isOpen, type AgentChat } from './agent-chat.js';

/**
 * Returns since when a customer has been waiting for an answer, in milliseconds since 1970: the time of the first
 * message that no agent has answered. Automatic messages are no answer. Undefined if the customer is not waiting.
 */
export function waitingSince(chat: AgentChat): number | undefined {
  if (!isOpen(chat) || chat.waiting.some(({ refusal }) => !refusal)) return undefined;
  let since: string | undefined;
  for (let index = chat.items.length - 1; index >= 0; index -= 1) {
    const { type, participantRole, absoluteTime } = chat.items[index]!;
    if (type === 'EVENT') continue;
    if (participantRole === 'AGENT') break;
    if (participantRole === 'CUSTOMER') since = absoluteTime;
  }
  return since === undefined ? undefined : Date.parse(since);
}

import { isOpen, type AgentChat } from './agent-chat.js';

/**
 * Since when a customer has been waiting for an answer, in milliseconds since 1970: since the first message that no
 * agent has answered, so that asking again does not start anew. Undefined where nobody waits. Automatic messages are
 * no answer.
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

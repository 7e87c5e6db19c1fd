import { isOpen, type AgentChat } from './agent-chat.js';
import { isNote } from './private-note.js';

/**
 * Since when a customer has been waiting for an answer, in milliseconds since 1970: since the first message that no
 * agent has answered, so that asking again does not start anew. Undefined where nobody waits. Automatic messages are
 * no answer, nor are private notes.
 */
export function waitingSince(chat: AgentChat): number | undefined {
  if (!isOpen(chat) || chat.waiting.some((message) => !message.refusal && !isNote(message))) return undefined;
  let since: string | undefined;
  for (let index = chat.items.length - 1; index >= 0; index -= 1) {
    const { type, participantRole, absoluteTime } = chat.items[index]!;
    if (type === 'EVENT' || type === 'NOTE') continue;
    if (participantRole === 'AGENT') break;
    if (participantRole === 'CUSTOMER') since = absoluteTime;
  }
  return since === undefined ? undefined : Date.parse(since);
}

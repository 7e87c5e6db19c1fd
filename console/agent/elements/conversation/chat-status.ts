import { durationText, goneText } from '../../../time/time-text.js';
import { isOpen, type AgentChat } from '../../state/agent-chat.js';

/** Returns when the customer of an open chat lost the connection (ISO 8601); undefined if they are connected. */
export const goneSinceOf = (chat: AgentChat): string | undefined =>
  isOpen(chat) ? (chat.card.customer.goneSince ?? undefined) : undefined;

/** Returns what happens in a chat, in a few words; `now` is in milliseconds since 1970. */
export function chatStatus(chat: AgentChat, now: number): string {
  if (chat.typing) return `${chat.typing} is typing…`;
  if (chat.phase === 'ending') return 'Ending…';
  if (chat.phase === 'transferring') return 'Transferring…';
  if (!isOpen(chat)) return 'Ended';
  const goneSince = goneSinceOf(chat);
  if (goneSince !== undefined) return goneText(goneSince, now);
  const { page } = chat.card;
  return page ? page.title || page.url : 'On the website';
}

/** Returns what follows if a silent participant doesn't write; empty if nobody was warned. */
export function idleText({ idle }: AgentChat, now: number): string {
  if (!idle) return '';
  const left = durationText(idle.until - now, 'long');
  return idle.of === 'AGENT'
    ? `The visitor waits for you. Answer within ${left}, or the chat goes back to the queue.`
    : `The visitor is silent. The chat ends in ${left} unless they write.`;
}

/** Returns why nothing more can be written in a chat that is over. */
export const overText = ({ phase }: AgentChat): string =>
  phase === 'ended'
    ? 'The chat has ended.'
    : 'This chat ended or was taken over while you were disconnected.';

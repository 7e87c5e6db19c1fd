import { contentTypes } from '../../../shared/content-types.js';
import type { ContactFrame } from '../../../shared/protocol/agent-frames.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { lastSeq, type AgentChat } from './agent-chat.js';

/** Returns the chat with an item added in order, or the same chat if it has this number already. */
export function withItem(chat: AgentChat, item: TranscriptItem): AgentChat {
  const isNext = item.seq > lastSeq(chat);
  if (!isNext && chat.items.some((known) => known.seq === item.seq)) return chat;
  const items = [...chat.items, item];
  if (!isNext) items.sort((a, b) => a.seq - b.seq);
  const hasEnded = item.contentType === contentTypes.ended;
  return {
    ...chat,
    items,
    phase: hasEnded ? 'ended' : chat.phase,
    idle: hasEnded || item.participantRole === chat.idle?.of ? undefined : chat.idle,
    typing: hasEnded || item.participantId !== chat.participantId ? undefined : chat.typing,
    unread: countUnread(items, chat.read),
  };
}

/** Returns the chat with its customer disconnected since a time (ISO 8601), or connected (null). */
export function withGone(chat: AgentChat, goneSince: string | null): AgentChat {
  const { card } = chat;
  return { ...chat, card: { ...card, customer: { ...card.customer, goneSince } } };
}

/** Returns the chat, read up to a number. The number never decreases. */
export function withRead(chat: AgentChat, seq: number): AgentChat {
  if (seq <= chat.read) return chat;
  return { ...chat, read: seq, unread: countUnread(chat.items, seq) };
}

/**
 * Returns the chat with a participant's receipt. The agent's own receipt (from another tab, or from before a reload)
 * sets what is read.
 */
export function withMarks(
  chat: AgentChat,
  { participantId, delivered, read }: { participantId: string; delivered: number; read: number },
): AgentChat {
  if (participantId === chat.participantId) return withRead(chat, read);
  const known = chat.marks[participantId] ?? { delivered: 0, read: 0 };
  const marks = { delivered: Math.max(known.delivered, delivered, read), read: Math.max(known.read, read) };
  if (marks.delivered === known.delivered && marks.read === known.read) return chat;
  return { ...chat, marks: { ...chat.marks, [participantId]: marks } };
}

/**
 * Returns the chat as the service shows it again, after a reconnection or in another tab. Items beyond `after` are
 * dropped: they belong to a log that was replaced by an older backup.
 */
export function withContact(
  chat: AgentChat,
  { contact, participantId, after, lastSeq: end }: ContactFrame,
): AgentChat {
  const items = lastSeq(chat) > after ? chat.items.filter((item) => item.seq <= after) : chat.items;
  const read = Math.min(chat.read, end);
  const phase = chat.phase === 'ended-away' ? 'open' : chat.phase;
  return { ...chat, card: contact, participantId, items, read, phase, unread: countUnread(items, read) };
}

function countUnread(items: readonly TranscriptItem[], read: number): number {
  let count = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (!item || item.seq <= read) break;
    if (item.type !== 'EVENT' && item.participantRole === 'CUSTOMER') count += 1;
  }
  return count;
}

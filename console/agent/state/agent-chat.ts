import type { OutgoingMessage } from '../../../client/outgoing.js';
import type { ContactCard } from '../../../shared/contact-card.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** How far somebody has received and read: numbers of the contact's log. */
export interface Marks {
  readonly delivered: number;
  readonly read: number;
}

/**
 * - `open`: going on
 * - `ending`: this agent asked for its end, the service has not confirmed yet
 * - `transferring`: this agent handed it over, the service has not confirmed yet
 * - `ended`: its transcript has its end
 * - `ended-away`: it ended, or went elsewhere, while this console was not connected
 */
export type ChatPhase = 'open' | 'ending' | 'transferring' | 'ended' | 'ended-away';

/** After-contact work of one chat. */
export interface AgentWrapUp {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly dispositions: readonly string[];
  readonly tags: readonly string[];
}

/** One of the agent's chats: a snapshot that is replaced at each change, never altered. */
export interface AgentChat {
  readonly contactId: string;
  readonly card: ContactCard;
  /** The agent's own in this chat. */
  readonly participantId: string;
  readonly phase: ChatPhase;
  /** In order of `seq`, each once. */
  readonly items: readonly TranscriptItem[];
  /** The agent's messages that are not stored yet, in order. */
  readonly waiting: readonly OutgoingMessage[];
  /** The other participants' marks, by participant. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** Who is writing, if somebody is. */
  readonly typing: string | undefined;
  /** The agent's after-contact work: until when, and what the queue proposes; undefined for none. */
  readonly wrapUp: AgentWrapUp | undefined;
  /** Up to which number the agent has read. */
  readonly read: number;
  /** How many of the customer's messages the agent has not read. */
  readonly unread: number;
}

/** A chat as it begins on this console: nothing of its transcript has arrived. */
export const createChat = (card: ContactCard, participantId: string): AgentChat => ({
  contactId: card.contactId,
  card,
  participantId,
  phase: 'open',
  items: [],
  waiting: [],
  marks: {},
  typing: undefined,
  wrapUp: undefined,
  read: 0,
  unread: 0,
});

/** Whether messages can still be sent. */
export const isOpen = ({ phase }: AgentChat): boolean => phase !== 'ended' && phase !== 'ended-away';

/** The number after which the transcript continues. */
export const lastSeq = (chat: AgentChat): number => chat.items[chat.items.length - 1]?.seq ?? 0;

/** The last thing that anybody said, if anything was. A private note is said to nobody. */
export function lastMessage({ items }: AgentChat): TranscriptItem | undefined {
  for (let index = items.length - 1; index >= 0; index -= 1)
    if (!['EVENT', 'NOTE'].includes(items[index]!.type)) return items[index];
  return undefined;
}

/** When something happened last, in milliseconds since 1970. */
export const lastActivity = (chat: AgentChat): number =>
  Date.parse(lastMessage(chat)?.absoluteTime ?? chat.card.startedAt);

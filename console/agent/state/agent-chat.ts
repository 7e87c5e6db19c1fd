import type { OutgoingMessage } from '../../../client/outgoing.js';
import type { ContactCard } from '../../../shared/contact-card.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/** How far a participant has received and read a chat: numbers of the contact's log. */
export interface Marks {
  readonly delivered: number;
  readonly read: number;
}

/**
 * - `open`: the chat is going on
 * - `ending`: this agent ended it; the service has not confirmed yet
 * - `transferring`: this agent transferred it; the service has not confirmed yet
 * - `ended`: the transcript contains its end
 * - `ended-away`: it ended, or was taken over, while this console was disconnected
 */
export type ChatPhase = 'open' | 'ending' | 'transferring' | 'ended' | 'ended-away';

/** After-contact work of one chat. */
export interface AgentWrapUp {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly dispositions: readonly string[];
  readonly tags: readonly string[];
}

/** A participant who is silent was warned. */
export interface IdleWarning {
  readonly of: 'CUSTOMER' | 'AGENT';
  /** Until when they must write, in milliseconds since 1970. */
  readonly until: number;
}

/** A chat of the agent: an immutable snapshot, replaced at each change. */
export interface AgentChat {
  readonly contactId: string;
  readonly card: ContactCard;
  /** The agent's participant in this chat. */
  readonly participantId: string;
  readonly phase: ChatPhase;
  /** Ordered by `seq`, without duplicates. */
  readonly items: readonly TranscriptItem[];
  /** The agent's unsent messages, in order. */
  readonly waiting: readonly OutgoingMessage[];
  /** The receipts of the other participants, by participant id. */
  readonly marks: Readonly<Record<string, Marks>>;
  /** The name of the customer who is typing. */
  readonly typing: string | undefined;
  /** Who must write soon; undefined if nobody must. */
  readonly idle: IdleWarning | undefined;
  /** The agent's after-contact work: until when, and what the queue proposes; undefined for none. */
  readonly wrapUp: AgentWrapUp | undefined;
  /** The number up to which the agent has read. */
  readonly read: number;
  /** The number of the customer's messages that the agent has not read. */
  readonly unread: number;
}

/** Creates a chat without items. */
export const createChat = (card: ContactCard, participantId: string): AgentChat => ({
  contactId: card.contactId,
  card,
  participantId,
  phase: 'open',
  items: [],
  waiting: [],
  marks: {},
  typing: undefined,
  idle: undefined,
  wrapUp: undefined,
  read: 0,
  unread: 0,
});

/** Whether messages can still be sent. */
export const isOpen = ({ phase }: AgentChat): boolean => phase !== 'ended' && phase !== 'ended-away';

/** Returns the number of the newest item, or 0. */
export const lastSeq = (chat: AgentChat): number => chat.items[chat.items.length - 1]?.seq ?? 0;

/** Returns the latest message, if there is one. Private notes are no messages. */
export function lastMessage({ items }: AgentChat): TranscriptItem | undefined {
  for (let index = items.length - 1; index >= 0; index -= 1)
    if (!['EVENT', 'NOTE'].includes(items[index]!.type)) return items[index];
  return undefined;
}

import { limits } from '../../shared/limits.js';
import type { FlowState } from '../flow/flow-state.js';
import type { ChatEnd, ContactAttributes, ContactPage, Speaker, SurveyFacts } from './entry.js';
import type { SentTokens } from './sent-tokens.js';

/** A participant as the log has it; whoever left stays known. */
export interface Participant extends Speaker {
  agentId: string | null;
  present: boolean;
}

/** The participant as entries name them. Member by member: a spread would bring along what only the state has. */
export const speakerOf = ({ participantId, role, displayName }: Speaker): Speaker => ({
  participantId,
  role,
  displayName,
});

/** A participant's high-water marks. */
export interface Marks {
  delivered: number;
  read: number;
}

/** A place in a queue; times in milliseconds since 1970. */
export interface QueuePlace {
  queueId: string;
  /** Since when the contact waits. */
  since: number;
  /** Only of a contact that an agent gave back: since when it waited the first time. It comes before all others. */
  firstSince?: number;
}

/** Everything that decisions about a contact need: the fold of its log. The transcript itself is not in it. */
export interface ContactState {
  contactId: string;
  lastSeq: number;
  status: 'NEW' | 'ACTIVE' | 'ENDED';
  widgetId: string;
  flowId: string;
  customerId: string | null;
  /** The customer's participant. */
  participantId: string;
  tokenHashes: readonly string[];
  participants: Readonly<Record<string, Participant>>;
  attributes: ContactAttributes;
  /** Set by the flow. */
  flowAttributes: Readonly<Record<string, string>>;
  page: ContactPage | null;
  language: string;
  contentTypes: readonly string[];
  /** Whether messages may be long. */
  longMessages: boolean;
  startedAt: number;
  /** Minutes after which the chat ends by itself. */
  minutes: number;
  /** Minutes for which a customer who never said anything may be gone before the chat ends; null for any. */
  silentMinutes: number | null;
  /** From when those count; null while a message that was left waits for somebody. */
  countsFrom: number | null;
  isLeftMessage: boolean;
  /** Whether the customer answered the questions before the chat. */
  hasAnswers: boolean;
  /** Since when the customer has had no connection, once that is certain; null while they are there. */
  goneSince: number | null;
  endedAt: number | null;
  endReason: ChatEnd | null;
  /** The participant who ended the chat; null where nobody did. */
  endedBy: string | null;
  flow: FlowState | null;
  targetQueueId: string | null;
  queue: QueuePlace | null;
  /** The last place in a queue, also after an agent took the contact from there. */
  lastQueue: QueuePlace | null;
  offer: { agentId: string; until: number } | null;
  /** Agents who declined or missed the contact, and until when they are passed over. */
  passedOver: Readonly<Record<string, number>>;
  marks: Readonly<Record<string, Marks>>;
  /** The customer's first message, which an offered agent reads: no more of it than an ordinary message has. */
  firstMessage: string | null;
  /** As much of the customer's latest message, or the name of their latest file. */
  latestMessage: string | null;
  /** How many messages and files the customer has sent. */
  customerMessages: number;
  /** What the customer said of the chat afterwards. */
  survey: (SurveyFacts & { at: number; seq: number; clientToken: string }) | null;
  /** What files were said. */
  attachmentIds: readonly string[];
  sent: SentTokens;
}

/** The state of a log without entries. */
export const newContactState = (contactId: string): ContactState => ({
  contactId,
  lastSeq: 0,
  status: 'NEW',
  widgetId: '',
  flowId: '',
  customerId: null,
  participantId: '',
  tokenHashes: [],
  participants: {},
  attributes: { verified: {}, unverified: {} },
  flowAttributes: {},
  page: null,
  language: 'en',
  contentTypes: [],
  longMessages: false,
  startedAt: 0,
  minutes: limits.chatMinutes,
  silentMinutes: limits.silentMinutes,
  countsFrom: 0,
  isLeftMessage: false,
  hasAnswers: false,
  goneSince: null,
  endedAt: null,
  endReason: null,
  endedBy: null,
  flow: null,
  targetQueueId: null,
  queue: null,
  lastQueue: null,
  offer: null,
  passedOver: {},
  marks: {},
  firstMessage: null,
  latestMessage: null,
  customerMessages: 0,
  survey: null,
  attachmentIds: [],
  sent: new Map(),
});

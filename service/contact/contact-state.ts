import { limits } from '../../shared/limits.js';
import type { Outcome } from '../../shared/wrap-up.js';
import type { FlowState } from '../flow/flow-state.js';
import type { ChatEnd, ContactAttributes, ContactPage, Speaker, SurveyFacts } from './entry.js';
import type { SentTokens } from './sent-tokens.js';

/** A participant of the log; those who left are included. */
export interface Participant extends Speaker {
  agentId: string | null;
  present: boolean;
}

/** Where a participant keeps the object that entries name them by. */
const speaker = Symbol('speaker');

/**
 * The participant as entries name them, without the members that only the state has. All entries share one object, so
 * that their JSON is made once.
 */
export function speakerOf(participant: Speaker & { [speaker]?: Speaker }): Speaker {
  const { participantId, role, displayName } = participant;
  return (participant[speaker] ??= { participantId, role, displayName });
}

/** The numbers up to which a participant has received and read. */
export interface Marks {
  delivered: number;
  read: number;
}

/** A place in a queue. Times are in milliseconds since 1970. */
export interface QueuePlace {
  queueId: string;
  /** When the contact entered the queue. */
  since: number;
  /** Only of a contact that returned from an agent: when it first entered the queue. It precedes all others. */
  firstSince?: number;
  /** Only of a contact that was transferred to an agent: who is asked first. */
  agentId?: string;
}

/** The state that decisions need, folded from the log. It doesn't contain the transcript. */
export interface ContactState {
  contactId: string;
  lastSeq: number;
  status: 'NEW' | 'ACTIVE' | 'ENDED';
  widgetId: string;
  flowId: string;
  customerId: string | null;
  /** The customer's participant id. */
  participantId: string;
  tokenHashes: readonly string[];
  participants: Readonly<Record<string, Participant>>;
  attributes: ContactAttributes;
  /** Attributes that the flow has set. */
  flowAttributes: Readonly<Record<string, string>>;
  page: ContactPage | null;
  language: string;
  contentTypes: readonly string[];
  /** Whether long messages are allowed. */
  longMessages: boolean;
  startedAt: number;
  /** Minutes after which the chat ends by itself. */
  minutes: number;
  /** Minutes for which a silent customer may be gone before the chat ends; null for no limit. */
  silentMinutes: number | null;
  /** The time from which `minutes` count; null while an offline message waits for an agent. */
  countsFrom: number | null;
  isLeftMessage: boolean;
  /** Whether the customer answered the pre-chat questions. */
  hasAnswers: boolean;
  /** When the customer lost the last connection, if they count as gone; null otherwise. */
  goneSince: number | null;
  endedAt: number | null;
  endReason: ChatEnd | null;
  /** The participant who ended the chat; null if it was the service or an administrator. */
  endedBy: string | null;
  flow: FlowState | null;
  targetQueueId: string | null;
  queue: QueuePlace | null;
  /** The latest place in a queue. It stays after an agent took the contact. */
  lastQueue: QueuePlace | null;
  offer: { agentId: string; until: number } | null;
  /** The note of a transfer (empty for none), and the agent who wrote it, until another agent has joined. */
  transfer: { by: string; note: string } | null;
  /** Agents who declined or missed the contact, and until when routing skips them. */
  passedOver: Readonly<Record<string, number>>;
  marks: Readonly<Record<string, Marks>>;
  /** The customer's first message, for the offer. It is shortened to the length of an ordinary message. */
  firstMessage: string | null;
  /** The customer's latest message, shortened likewise, or the name of their latest file. */
  latestMessage: string | null;
  /** The number of messages and files that the customer has sent. */
  customerMessages: number;
  /** The agents who do after-contact work, by account, and until when. */
  wrapUps: Readonly<Record<string, { participantId: string; until: number }>>;
  /** What the last agent found in after-contact work. */
  outcome: Outcome | null;
  /** The customer's rating after the chat. */
  survey: (SurveyFacts & { at: number; seq: number; clientToken: string }) | null;
  /** The files that were posted. */
  attachmentIds: readonly string[];
  sent: SentTokens;
}

/** Shared by all states: an empty object of each state's own would take 56 bytes, and every state has several. */
const none = Object.freeze({});

/** The state of an empty log. */
export const newContactState = (contactId: string): ContactState => ({
  contactId,
  lastSeq: 0,
  status: 'NEW',
  widgetId: '',
  flowId: '',
  customerId: null,
  participantId: '',
  tokenHashes: [],
  participants: none,
  attributes: { verified: none, unverified: none },
  flowAttributes: none,
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
  transfer: null,
  passedOver: none,
  marks: none,
  firstMessage: null,
  latestMessage: null,
  customerMessages: 0,
  wrapUps: none,
  outcome: null,
  survey: null,
  attachmentIds: [],
  sent: new Map(),
});

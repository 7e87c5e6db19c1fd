import { limits } from '../../shared/limits.js';
import type { FlowState } from '../flow/flow-state.js';
import type { ChatEnd, ContactAttributes, ContactPage, Speaker, SurveyFacts } from './entry.js';
import type { SentTokens } from './sent-tokens.js';

/** A participant as the log has it; whoever left stays known. */
export interface Participant extends Speaker {
  agentId: string | null;
  present: boolean;
}

/** A participant's high-water marks. */
export interface Marks {
  delivered: number;
  read: number;
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
  startedAt: number;
  /** Minutes after which the chat ends by itself. */
  minutes: number;
  /** From when those count; null while a message that was left waits for somebody. */
  countsFrom: number | null;
  isLeftMessage: boolean;
  endedAt: number | null;
  endReason: ChatEnd | null;
  flow: FlowState | null;
  targetQueueId: string | null;
  queue: { queueId: string; since: number } | null;
  offer: { agentId: string; until: number } | null;
  /** Agents who declined or missed the contact, and until when they are passed over. */
  passedOver: Readonly<Record<string, number>>;
  marks: Readonly<Record<string, Marks>>;
  /** The customer's first message, which an offered agent reads. */
  firstMessage: string | null;
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
  startedAt: 0,
  minutes: limits.chatMinutes,
  countsFrom: 0,
  isLeftMessage: false,
  endedAt: null,
  endReason: null,
  flow: null,
  targetQueueId: null,
  queue: null,
  offer: null,
  passedOver: {},
  marks: {},
  firstMessage: null,
  survey: null,
  attachmentIds: [],
  sent: new Map(),
});

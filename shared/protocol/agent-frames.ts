import { Type, type Static } from 'typebox';
import type { PreChatField } from '../pre-chat-field.js';
import type { SurveyAnswer } from '../survey.js';
import {
  AttachmentFieldsSchema,
  EpochSchema,
  MessageFieldsSchema,
  PingFrameSchema,
  PongFrameSchema,
} from './common-frames.js';
import type { AckFrame, ErrorFrame, ItemFrame, ReceiptFrame, TypingFrame } from './customer-frames.js';

/** What an agent can choose: to be offered contacts, or to give the open ones back and be offered none. */
export const ChosenStatusSchema = Type.Union([Type.Literal('AVAILABLE'), Type.Literal('OFFLINE')]);
export type ChosenStatus = Static<typeof ChosenStatusSchema>;
/** `MISSED` is set by the service: the agent let a contact ring, and is offered none until they go available again. */
export const AgentStatusSchema = Type.Union([ChosenStatusSchema, Type.Literal('MISSED')]);
export type AgentStatus = Static<typeof AgentStatusSchema>;

const contactId = Type.String({ minLength: 1, maxLength: 64 });
const seq = Type.Integer({ minimum: 1 });
const closed = { additionalProperties: false };

/**
 * The first frame: continues every chat after the number the console has of it. `status` is what the agent last chose;
 * it counts only where the service has forgotten (after a restart).
 */
export const HelloFrameSchema = Type.Object(
  {
    type: Type.Literal('hello'),
    after: Type.Record(contactId, Type.Integer({ minimum: 0 })),
    status: Type.Optional(AgentStatusSchema),
    epoch: Type.Optional(EpochSchema),
  },
  closed,
);
export const StatusFrameSchema = Type.Object(
  { type: Type.Literal('status'), status: ChosenStatusSchema },
  closed,
);
export const AcceptFrameSchema = Type.Object({ type: Type.Literal('accept'), contactId }, closed);
export const DeclineFrameSchema = Type.Object({ type: Type.Literal('decline'), contactId }, closed);
export const AgentMessageFrameSchema = Type.Object(
  { type: Type.Literal('message'), contactId, ...MessageFieldsSchema },
  closed,
);
export const AgentAttachmentFrameSchema = Type.Object(
  { type: Type.Literal('attachment'), contactId, ...AttachmentFieldsSchema },
  closed,
);
export const AgentTypingFrameSchema = Type.Object({ type: Type.Literal('typing'), contactId }, closed);
export const AgentDeliveredFrameSchema = Type.Object(
  { type: Type.Literal('delivered'), contactId, seq },
  closed,
);
export const AgentReadFrameSchema = Type.Object({ type: Type.Literal('read'), contactId, seq }, closed);
export const AgentEndFrameSchema = Type.Object({ type: Type.Literal('end'), contactId }, closed);

/** What an agent's socket may say: one schema a frame type. */
export const agentFrameSchemas = {
  hello: HelloFrameSchema,
  status: StatusFrameSchema,
  accept: AcceptFrameSchema,
  decline: DeclineFrameSchema,
  message: AgentMessageFrameSchema,
  attachment: AgentAttachmentFrameSchema,
  typing: AgentTypingFrameSchema,
  delivered: AgentDeliveredFrameSchema,
  read: AgentReadFrameSchema,
  end: AgentEndFrameSchema,
  ping: PingFrameSchema,
  pong: PongFrameSchema,
} as const;
export type AgentFrame = {
  [K in keyof typeof agentFrameSchemas]: Static<(typeof agentFrameSchemas)[K]>;
}[keyof typeof agentFrameSchemas];

/** A contact as an agent sees it before and while chatting. Verified attributes come from the signed token, the others from the page. */
export interface ContactCard {
  contactId: string;
  /** `goneSince` (ISO 8601) is set once the customer has been without a connection for two minutes. */
  customer: { participantId: string; displayName: string; goneSince: string | null };
  attributes: { verified: Record<string, string>; unverified: Record<string, string> };
  /** The questions that the widget asks before a chat; their answers are attributes. Older services leave it out. */
  questions?: readonly Pick<PreChatField, 'name' | 'label' | 'type'>[];
  page: { url: string; title: string; referrer: string } | null;
  queueId: string | null;
  /** Whether the customer left a message while nobody answered; the attribute `email` says where to. */
  leftMessage: boolean;
  /** Whether a message of this chat may be long (`limits.longMessageBytes`). Older services leave it out. */
  longMessages?: boolean;
  /** What the customer said of the chat after it; null for nothing. */
  survey: SurveyAnswer | null;
  /** ISO 8601. */
  startedAt: string;
}

/** What an agent's socket hears. Frames about a chat are the customer's, with the contact's id. */
export type AgentServiceFrame =
  | WelcomeFrame
  | StatusNoticeFrame
  | OfferFrame
  | OfferClosedFrame
  | ContactFrame
  | (ItemFrame & { contactId: string })
  | (AckFrame & { contactId: string })
  | (TypingFrame & { contactId: string })
  | (ReceiptFrame & { contactId: string })
  | SurveyFrame
  | CustomerPresenceFrame
  | ContactLeftFrame
  | (ErrorFrame & { contactId?: string })
  | { type: 'ping' }
  | { type: 'pong' };

/**
 * Answers `hello`; a `contact` for every open chat of this agent and its items follow, then outstanding offers, and the
 * rest of those chats that `hello` named and that have ended meanwhile.
 */
export interface WelcomeFrame {
  type: 'welcome';
  agentId: string;
  username: string;
  displayName: string;
  status: AgentStatus;
  /** The agent's open chats: a console forgets others that it believed open. */
  contactIds: string[];
  epoch?: string;
}
/** The agent's status changed, here, in another tab, or because an offer was not answered in time. */
export interface StatusNoticeFrame {
  type: 'status';
  status: AgentStatus;
}
/**
 * A contact rings; unanswered, it goes to the next agent after `ringMilliseconds`. It comes again, with the time that is
 * left, when the customer writes, leaves or comes back meanwhile.
 */
export interface OfferFrame {
  type: 'offer';
  contact: ContactCard;
  /** The customer's first message, if there is one yet. */
  firstMessage: string | null;
  /** The customer's latest message, or the name of their latest file. */
  latestMessage: string | null;
  /** How many messages and files the customer has sent. */
  messageCount: number;
  ringMilliseconds: number;
}
/** The customer of one of this agent's chats is gone since that time (ISO 8601), or back. */
export interface CustomerPresenceFrame {
  type: 'customer-presence';
  contactId: string;
  goneSince: string | null;
}
/** The chat is no longer this agent's, and goes on: it went back to its queue. */
export interface ContactLeftFrame {
  type: 'contact-left';
  contactId: string;
  /** Whether that happened while the agent had no console. */
  wasAway: boolean;
}
/** The customer rated a chat of this agent that is over. */
export interface SurveyFrame {
  type: 'survey';
  contactId: string;
  survey: SurveyAnswer;
}
/** The ringing is over: answered here or in another tab, declined, missed, or withdrawn (the customer left). */
export interface OfferClosedFrame {
  type: 'offer-closed';
  contactId: string;
  reason: 'ACCEPTED' | 'DECLINED' | 'MISSED' | 'WITHDRAWN';
}
/**
 * A chat is this agent's; its items after number `after` follow (a console that has more of it drops what it has).
 * `participantId` is the agent's own in it.
 */
export interface ContactFrame {
  type: 'contact';
  contact: ContactCard;
  participantId: string;
  lastSeq: number;
  after: number;
}

import type { PreChatField } from './pre-chat-field.js';
import type { SurveyAnswer } from './survey.js';

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

/** A contact that rings at an agent. */
export interface ContactOffer {
  contact: ContactCard;
  /** The customer's first message, if there is one yet. */
  firstMessage: string | null;
  /** The customer's latest message, or the name of their latest file. */
  latestMessage: string | null;
  /** How many messages and files the customer has sent. */
  messageCount: number;
  ringMilliseconds: number;
  /** Set if another agent transferred the contact: who, their note (empty for none), and whether to this very agent. */
  transfer?: { by: string; note: string; isDirect: boolean };
}

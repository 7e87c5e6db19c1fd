import type { PreChatField } from './pre-chat-field.js';
import type { SurveyAnswer } from './survey.js';

/**
 * A contact as an agent sees it, before and during the chat. Verified attributes come from the signed token,
 * the others from the page.
 */
export interface ContactCard {
  contactId: string;
  /** `goneSince` (ISO 8601) is set once the customer has been without a connection for two minutes. */
  customer: { participantId: string; displayName: string; goneSince: string | null };
  attributes: { verified: Record<string, string>; unverified: Record<string, string> };
  /** The widget's pre-chat questions; the answers are attributes. Older services omit them. */
  questions?: readonly Pick<PreChatField, 'name' | 'label' | 'type'>[];
  page: { url: string; title: string; referrer: string } | null;
  queueId: string | null;
  /** Whether this is an offline message; the attribute `email` is the customer's address. */
  leftMessage: boolean;
  /** Whether long messages are allowed (`limits.longMessageBytes`). Older services omit it. */
  longMessages?: boolean;
  /** The customer's rating after the chat; null for none. */
  survey: SurveyAnswer | null;
  /** ISO 8601. */
  startedAt: string;
}

/** A contact that is offered to an agent. */
export interface ContactOffer {
  contact: ContactCard;
  /** The customer's first message, if there is one yet. */
  firstMessage: string | null;
  /** The customer's latest message, or the name of their latest file. */
  latestMessage: string | null;
  /** The number of messages and files that the customer has sent. */
  messageCount: number;
  ringMilliseconds: number;
  /** Set if another agent transferred the contact: who, their note (empty for none), and whether to this very agent. */
  transfer?: { by: string; note: string; isDirect: boolean };
}

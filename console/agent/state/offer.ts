import type { ContactCard } from '../../../shared/contact-card.js';

/** A contact that is offered to this agent. */
export interface Offer {
  readonly card: ContactCard;
  /** The customer's latest message, or the name of their latest file. */
  readonly latestMessage: string | null;
  /** How many messages and files the customer has sent. */
  readonly messageCount: number;
  /** When the offer ends, in monotonic milliseconds of this page. */
  readonly deadline: number;
  /** The full duration of the offer, in milliseconds. */
  readonly ringMilliseconds: number;
  /** The agent's answer that the service has not confirmed yet. */
  readonly answer: 'accept' | 'decline' | undefined;
}

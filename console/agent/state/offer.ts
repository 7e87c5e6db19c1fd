import type { ContactCard } from '../../../shared/contact-card.js';

/** A contact that rings for this agent. */
export interface Offer {
  readonly card: ContactCard;
  /** The customer's latest message, or the name of their latest file. */
  readonly latestMessage: string | null;
  /** How many messages and files the customer has sent. */
  readonly messageCount: number;
  /** Who transferred it, with which note (empty for none), and whether to this very agent. */
  readonly transfer: { by: string; note: string; isDirect: boolean } | undefined;
  /** When it stops ringing, in monotonic milliseconds of this page. */
  readonly deadline: number;
  /** Milliseconds it rings in all. */
  readonly ringMilliseconds: number;
  /** The agent answered; the service has not confirmed yet. */
  readonly answer: 'accept' | 'decline' | undefined;
}

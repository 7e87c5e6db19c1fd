import type { ContactCard } from '../../shared/protocol/agent-frames.js';

/** A contact that rings for this agent. */
export interface Offer {
  readonly card: ContactCard;
  readonly firstMessage: string | null;
  /** When it stops ringing, in monotonic milliseconds of this page. */
  readonly deadline: number;
  /** Milliseconds it rings in all. */
  readonly ringMilliseconds: number;
  /** The agent answered; the service has not confirmed yet. */
  readonly answer: 'accept' | 'decline' | undefined;
}

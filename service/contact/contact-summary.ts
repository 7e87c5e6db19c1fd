import type { SurveyAnswer } from '../../shared/survey.js';
import type { Outcome } from '../../shared/wrap-up.js';
import type { Deadline } from './deadline.js';
import type { QueuePlace } from './contact-state.js';

/**
 * What routing, the list of contacts by REST and the recovery after a restart need of a contact, without its log. It is
 * derived from the state, and stored in the same commit as the entries that changed it.
 */
export interface ContactSummary {
  contactId: string;
  widgetId: string;
  /**
   * `ACTIVE` until the chat has ended and its agents have finished their after-contact work; `endedAt` says when the chat
   * ended. Stores list the active contacts, which a start takes up.
   */
  state: 'ACTIVE' | 'ENDED';
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt: number | null;
  customerName: string;
  /** Every agent who ever joined, in order. */
  agentIds: readonly string[];
  /** The agents who are in the contact now. */
  activeAgentIds: readonly string[];
  /** Set while the contact waits for an agent. */
  queue: QueuePlace | null;
  /** Set while the contact rings at an agent. */
  offer: { agentId: string; until: number } | null;
  /** Agents who declined or missed the contact, and until when routing skips them. */
  passedOver: Readonly<Record<string, number>>;
  /** When the contact must be woken; summaries of older releases lack it. */
  deadlines?: Deadline[];
  /** The next deadline, as older releases stored it; null for none. */
  wakeAt?: number | null;
  attributes: Readonly<Record<string, string>>;
  /** Whether the contact began with an offline message; summaries of older releases lack it. */
  isLeftMessage?: boolean;
  /**
   * Set while the customer is gone: since when (milliseconds since 1970), and whether they are silent, so that no agent
   * gets an offer. Summaries of older releases lack it.
   */
  customerGone?: { since: number; isSilent: boolean } | null;
  /** The agents who do after-contact work; summaries of older releases lack it. */
  wrapUpAgentIds?: readonly string[];
  /** What the last agent found in after-contact work; summaries of older releases lack it. */
  outcome?: Outcome | null;
  /** The customer's rating; summaries of older releases lack it. */
  survey?: SurveyAnswer | null;
}

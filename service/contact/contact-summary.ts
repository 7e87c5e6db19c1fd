import type { SurveyAnswer } from '../../shared/survey.js';
import type { Deadline } from './deadline.js';
import type { QueuePlace } from './contact-state.js';

/**
 * What others need of a contact without reading its log: the list of contacts by REST, routing, and what must go on by
 * itself after a restart. Derived from the state, stored in the same commit as the entries that changed it.
 */
export interface ContactSummary {
  contactId: string;
  widgetId: string;
  state: 'ACTIVE' | 'ENDED';
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt: number | null;
  customerName: string;
  /** Every agent who ever joined, in order. */
  agentIds: string[];
  /** The agents who are on the contact now. */
  activeAgentIds: string[];
  /** Set while the contact waits for an agent. */
  queue: QueuePlace | null;
  /** Set while the contact rings at an agent. */
  offer: { agentId: string; until: number } | null;
  /** Agents who declined or missed it, and until when they are passed over. */
  passedOver: Record<string, number>;
  /** The moments at which something happens though nobody acts; summaries of older releases lack them. */
  deadlines?: Deadline[];
  /** What older releases stored instead: the next of those moments; null for never. */
  wakeAt?: number | null;
  attributes: Record<string, string>;
  /** Whether it began as a message that was left while nobody answered; summaries of older releases lack it. */
  isLeftMessage?: boolean;
  /**
   * Set while the customer is gone: since when (milliseconds since 1970), and whether they never said anything, so that
   * no agent is asked to take the contact. Summaries of older releases lack it.
   */
  customerGone?: { since: number; isSilent: boolean } | null;
  /** What the customer said of the chat afterwards; summaries of older releases lack it. */
  survey?: SurveyAnswer | null;
}

import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry, Speaker } from '../entry.js';
import { rightsOf } from '../roles.js';
import { withdrawOffer } from './end.js';

/** The customer has been without a connection for `limits.customerGone`. */
export interface CustomerGoneCommand {
  type: 'customer-gone';
  now: number;
  /** When their last connection was lost, in milliseconds since 1970. */
  since: number;
}
/** A customer who counted as gone has connected again. */
export interface CustomerBackCommand {
  type: 'customer-back';
  now: number;
}

/** Whether the customer has sent nothing, not even answers to pre-chat questions. */
export const isSilent = ({ customerMessages, hasAnswers }: ContactState): boolean =>
  customerMessages === 0 && !hasAnswers;

/**
 * Withdraws the offer of a silent contact. Other contacts stay offered, and the agent sees that the customer is gone.
 */
export function customerGone(state: ContactState, { now: at, since }: CustomerGoneCommand): Decision {
  if (state.status !== 'ACTIVE' || state.goneSince !== null) return nothing;
  const withdrawn = isSilent(state) ? withdrawOffer(state, at) : [];
  return { entries: [...withdrawn, { at, kind: 'customer.gone', since }] };
}

export function customerBack(state: ContactState, { now: at }: CustomerBackCommand): Decision {
  if (state.status !== 'ACTIVE' || state.goneSince === null) return nothing;
  return { entries: [back(at)] };
}

/**
 * The entry before something that a participant sends: it marks a gone customer as back, connected or not. Null if it
 * isn't needed.
 */
export const backBefore = (state: ContactState, who: Speaker, at: number): NewEntry | null =>
  state.goneSince !== null && rightsOf(who).isServed ? back(at) : null;

const back = (at: number): NewEntry => ({ at, kind: 'customer.back' });

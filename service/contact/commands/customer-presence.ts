import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry, Speaker } from '../entry.js';
import { rightsOf } from '../roles.js';
import { withdrawOffer } from './end.js';

/** The customer has had no connection for so long that they count as gone. */
export interface CustomerGoneCommand {
  type: 'customer-gone';
  now: number;
  /** When their last connection was lost, in milliseconds since 1970. */
  since: number;
}
/** A customer who counted as gone is connected again. */
export interface CustomerBackCommand {
  type: 'customer-back';
  now: number;
}

/** Whether the customer never said anything, not even as answers before the chat. */
export const isSilent = ({ customerMessages, hasAnswers }: ContactState): boolean =>
  customerMessages === 0 && !hasAnswers;

/** A contact that nobody wrote in rings no longer; the others stay offered, and marked. */
export function customerGone(state: ContactState, { now: at, since }: CustomerGoneCommand): Decision {
  if (state.status !== 'ACTIVE' || state.goneSince !== null) return nothing;
  const withdrawn = isSilent(state) ? withdrawOffer(state, at) : [];
  return { entries: [...withdrawn, { at, kind: 'customer.gone', since }] };
}

export function customerBack(state: ContactState, { now: at }: CustomerBackCommand): Decision {
  if (state.status !== 'ACTIVE' || state.goneSince === null) return nothing;
  return { entries: [back(at)] };
}

/** What comes before something that a participant says: a customer who speaks is back, connected or not. Else null. */
export const backWhoSpeaks = (state: ContactState, who: Speaker, at: number): NewEntry | null =>
  state.goneSince !== null && rightsOf(who).isServed ? back(at) : null;

const back = (at: number): NewEntry => ({ at, kind: 'customer.back' });

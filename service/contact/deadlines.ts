import { limits } from '../../shared/limits.js';
import type { Deadline } from './deadline.js';
import { longestWait } from '../flow/actions/wait.js';
import { isSilent } from './commands/customer-presence.js';
import type { ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { rightsOf } from './roles.js';

/** When a chat ends by itself, in milliseconds since 1970; never (Infinity) while a message that was left waits. */
export const endsAt = ({ countsFrom, minutes }: ContactState): number =>
  countsFrom === null ? Infinity : countsFrom + minutes * 60_000;

/**
 * When nothing is expected of a contact any more, in milliseconds since 1970: its customer left without a word, and no
 * agent has ever joined. Infinity where that is not so.
 */
export function isGivenUpAt(state: ContactState): number {
  const { goneSince, silentMinutes } = state;
  if (goneSince === null || silentMinutes === null || !isSilent(state) || isAnswered(state)) return Infinity;
  return goneSince + silentMinutes * 60_000;
}

const isAnswered = ({ participants }: ContactState): boolean =>
  Object.values(participants).some((participant) => rightsOf(participant).countsAsLoad);

/** The moments at which something happens to a contact though nobody acts: it ends, its flow goes on, an offer is missed. */
export function deadlinesOf(state: ContactState): Deadline[] {
  if (state.status !== 'ACTIVE') return [];
  const deadlines: Deadline[] = [];
  const end = endsAt(state);
  if (end !== Infinity) deadlines.push({ at: end, within: state.minutes * 60_000 });
  const givenUp = isGivenUpAt(state);
  if (givenUp !== Infinity) deadlines.push({ at: givenUp, within: state.silentMinutes! * 60_000 });
  if (state.flow?.wakeAt) deadlines.push({ at: state.flow.wakeAt, within: longestWait });
  if (state.offer) deadlines.push(ringing(state.offer.until));
  return deadlines;
}

/** The deadline of an offer that rings until then. */
export const ringing = (until: number): Deadline => ({ at: until, within: limits.ring });

/** The deadlines that were stored with a contact. Older releases stored the next one only, as `wakeAt`. */
export function storedDeadlines({ deadlines, wakeAt, offer }: ContactSummary): Deadline[] {
  if (deadlines) return deadlines;
  if (typeof wakeAt !== 'number') return [];
  return [offer?.until === wakeAt ? ringing(wakeAt) : { at: wakeAt, within: longestWait }];
}

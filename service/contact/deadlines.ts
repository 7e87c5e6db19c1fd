import { limits } from '../../shared/limits.js';
import type { Deadline } from './deadline.js';
import { longestWait } from '../flow/actions/wait.js';
import { isSilent } from './commands/customer-presence.js';
import type { ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { idleDeadline } from './idle.js';
import { rightsOf } from './roles.js';

/** When a chat ends by itself, in milliseconds since 1970; Infinity while an offline message waits. */
export const endsAt = ({ countsFrom, minutes }: ContactState): number =>
  countsFrom === null ? Infinity : countsFrom + minutes * 60_000;

/**
 * When a silent chat ends because its customer is gone and no agent has ever joined, in milliseconds since 1970;
 * Infinity if that doesn't apply.
 */
export function silentChatEndsAt(state: ContactState): number {
  const { goneSince, silentMinutes } = state;
  if (goneSince === null || silentMinutes === null || !isSilent(state) || isAnswered(state)) return Infinity;
  return goneSince + silentMinutes * 60_000;
}

const isAnswered = ({ participants }: ContactState): boolean =>
  Object.values(participants).some((participant) => rightsOf(participant).countsAsLoad);

/** When a contact must be woken: for its end, its flow, the end of an offer, silence, and the end of after-contact work. */
export function deadlinesOf(state: ContactState): Deadline[] {
  if (state.status !== 'ACTIVE') return Object.values(state.wrapUps).map(({ until }) => wrappingUp(until));
  const deadlines: Deadline[] = [];
  const end = endsAt(state);
  if (end !== Infinity) deadlines.push({ at: end, within: state.minutes * 60_000 });
  const givenUp = silentChatEndsAt(state);
  if (givenUp !== Infinity) deadlines.push({ at: givenUp, within: state.silentMinutes! * 60_000 });
  if (state.flow?.wakeAt) deadlines.push({ at: state.flow.wakeAt, within: longestWait });
  if (state.offer) deadlines.push(ringing(state.offer.until));
  const idle = idleDeadline(state);
  if (idle) deadlines.push(idle);
  return deadlines;
}

const wrappingUp = (until: number): Deadline => ({ at: until, within: limits.wrapUpSeconds * 1_000 });

/** The deadline of an offer that rings until a time in milliseconds since 1970. */
export const ringing = (until: number): Deadline => ({ at: until, within: limits.ring });

/** The deadlines in a stored summary. Older releases stored only the next one, as `wakeAt`. */
export function storedDeadlines({ deadlines, wakeAt, offer }: ContactSummary): Deadline[] {
  if (deadlines) return deadlines;
  if (typeof wakeAt !== 'number') return [];
  return [offer?.until === wakeAt ? ringing(wakeAt) : { at: wakeAt, within: longestWait }];
}

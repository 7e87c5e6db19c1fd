import type { IdleTimes } from '../../shared/idle-times.js';
import type { ContactState } from './contact-state.js';
import type { Deadline } from './deadline.js';
import type { IdleParticipant, Speaker } from './entry.js';
import { rightsOf } from './roles.js';
import type { Turn } from './turn.js';

/** An agent has joined: it is their turn. Null if the chat has no idle times. */
export const firstTurn = ({ idleTimes }: Pick<ContactState, 'idleTimes'>, at: number): Turn | null =>
  idleTimes && { of: 'AGENT', since: at, until: null };

/** The turn after a message or file, as a change of the state; null if it stays the same. */
export function turnAfter({ turn }: ContactState, who: Speaker, at: number): { turn: Turn } | null {
  if (!turn) return null;
  const { isServed, countsAsLoad } = rightsOf(who);
  // Further messages of the customer don't give the agent more time; those of the agent are news for the customer.
  if (isServed) return turn.of === 'AGENT' ? null : { turn: { of: 'AGENT', since: at, until: null } };
  return countsAsLoad ? { turn: { of: 'CUSTOMER', since: at, until: null } } : null;
}

/** The minutes before the warning, and after it; null if the silence of this participant has no consequences. */
export function idleMinutes(times: IdleTimes, of: IdleParticipant): { warn: number; act: number } | null {
  const { customer, agent } = times;
  if (of === 'CUSTOMER')
    return customer ? { warn: customer.warnAfterMinutes, act: customer.endAfterMinutes } : null;
  return agent ? { warn: agent.warnAfterMinutes, act: agent.requeueAfterMinutes } : null;
}

/** When the silence of a participant must be noticed next; null if it need not be. */
export function idleDeadline({ idleTimes, turn }: ContactState): Deadline | null {
  const minutes = idleTimes && turn && idleMinutes(idleTimes, turn.of);
  if (!minutes) return null;
  const { since, until } = turn;
  return until === null ? after(since, minutes.warn) : { at: until, within: minutes.act * 60_000 };
}

/**
 * The earliest time at which any silence can have consequences. Messages change the deadlines, but not the stored
 * summary; a start therefore wakes the contact at this time, and the contact sets its deadlines again.
 */
export function idleCheck({ idleTimes, turn }: ContactState): Deadline | null {
  if (!idleTimes || !turn) return null;
  const minutes = (['CUSTOMER', 'AGENT'] as const).flatMap((of) => idleMinutes(idleTimes, of)?.warn ?? []);
  return minutes.length === 0 ? null : after(turn.since, Math.min(...minutes));
}

const after = (since: number, minutes: number): Deadline => ({
  at: since + minutes * 60_000,
  within: minutes * 60_000,
});

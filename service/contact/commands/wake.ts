import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { evolveAll } from '../evolve-all.js';
import { moveFlow, type FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';

/** Time has passed: whatever is due happens now. */
export interface WakeCommand {
  type: 'wake';
  now: number;
}

/** When a chat ends by itself, in milliseconds since 1970; never (Infinity) while a message that was left waits. */
export const endsAt = ({ countsFrom, minutes }: ContactState): number =>
  countsFrom === null ? Infinity : countsFrom + minutes * 60_000;

export function wake(state: ContactState, { now }: WakeCommand, world: FlowWorld): Decision {
  if (state.status !== 'ACTIVE') return nothing;
  if (now >= endsAt(state)) return { entries: [...withdrawOffer(state, now), ended(now)] };
  const missed = missedOffer(state, now);
  const { flow } = state;
  if (flow === null || flow.wakeAt === null || flow.wakeAt > now) return { entries: missed };
  return {
    entries: [...missed, ...moveFlow(evolveAll(state, missed), { input: { type: 'time' }, now }, world)],
  };
}

const ended = (at: number): NewEntry => ({ at, kind: 'chat.ended', by: null, reason: 'DURATION' });

const missedOffer = ({ offer }: ContactState, now: number): NewEntry[] =>
  offer && offer.until <= now
    ? [{ at: now, kind: 'offer.closed', agentId: offer.agentId, reason: 'MISSED' }]
    : [];

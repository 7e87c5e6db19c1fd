import type { ContactState } from '../contact-state.js';
import { endsAt, isGivenUpAt } from '../deadlines.js';
import { nothing, type Decision } from '../decision.js';
import type { ChatEnd, NewEntry } from '../entry.js';
import { evolveAll } from '../evolve-all.js';
import { moveFlow, type FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';

/** Time has passed: what is due happens now. */
export interface WakeCommand {
  type: 'wake';
  now: number;
  /** The deadlines that have come. The wall clock does not tell: it may have been set since they were fixed. */
  reached: readonly number[];
}

export function wake(state: ContactState, { now, reached }: WakeCommand, world: FlowWorld): Decision {
  if (state.status !== 'ACTIVE') return nothing;
  if (reached.includes(endsAt(state))) return over(state, now, 'DURATION');
  if (reached.includes(isGivenUpAt(state))) return over(state, now, 'SILENT');
  const { flow, offer } = state;
  const missed = offer && reached.includes(offer.until) ? [missedOffer(offer, now)] : [];
  if (!flow || flow.wakeAt === null || !reached.includes(flow.wakeAt)) return { entries: missed };
  return {
    entries: [...missed, ...moveFlow(evolveAll(state, missed), { input: { type: 'time' }, now }, world)],
  };
}

const over = (state: ContactState, at: number, reason: ChatEnd): Decision => ({
  entries: [...withdrawOffer(state, at), { at, kind: 'chat.ended', by: null, reason }],
});

const missedOffer = ({ agentId }: { agentId: string }, at: number): NewEntry => ({
  at,
  kind: 'offer.closed',
  agentId,
  reason: 'MISSED',
});

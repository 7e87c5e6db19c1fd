import type { ContactState } from '../contact-state.js';
import { endsAt, silentChatEndsAt } from '../deadlines.js';
import type { Decision } from '../decision.js';
import type { ChatEnd, NewEntry } from '../entry.js';
import { evolveAll } from '../evolve-all.js';
import { moveFlow, type FlowWorld } from '../move-flow.js';
import { idleEntries } from './idle.js';
import { withdrawOffer } from './end.js';
import { endWrapUps } from './wrap-up.js';

/** Runs what is due at this time. */
export interface WakeCommand {
  type: 'wake';
  now: number;
  /** The deadlines that were reached. The wall clock can't tell: it may have been set since they were fixed. */
  reached: readonly number[];
}

export function wake(state: ContactState, { now, reached }: WakeCommand, world: FlowWorld): Decision {
  if (state.status !== 'ACTIVE')
    return {
      entries: endWrapUps(state, { at: now, reason: 'TIME', isOver: (_, until) => reached.includes(until) }),
    };
  if (reached.includes(endsAt(state))) return endChat(state, now, 'DURATION');
  if (reached.includes(silentChatEndsAt(state))) return endChat(state, now, 'SILENT');
  const idle = idleEntries(state, { now, reached }, world);
  if (idle.length > 0) return { entries: idle };
  const { flow, offer } = state;
  const missed = offer && reached.includes(offer.until) ? [missedOffer(offer, now)] : [];
  if (!flow || flow.wakeAt === null || !reached.includes(flow.wakeAt)) return { entries: missed };
  return {
    entries: [...missed, ...moveFlow(evolveAll(state, missed), { input: { type: 'time' }, now }, world)],
  };
}

const endChat = (state: ContactState, at: number, reason: ChatEnd): Decision => ({
  entries: [...withdrawOffer(state, at), { at, kind: 'chat.ended', by: null, reason }],
});

const missedOffer = ({ agentId }: { agentId: string }, at: number): NewEntry => ({
  at,
  kind: 'offer.closed',
  agentId,
  reason: 'MISSED',
});

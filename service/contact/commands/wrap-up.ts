import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../../../shared/wrap-up.js';
import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry, WrapUpEnd } from '../entry.js';
import type { FlowWorld } from '../move-flow.js';
import { rightsOf } from '../roles.js';

/** An agent has finished the after-contact work. Late is better than never: it is stored after the time, too. */
export interface WrapUpCommand {
  type: 'wrap-up';
  now: number;
  agentId: string;
  outcome: Outcome;
}

export function wrapUp(state: ContactState, { now: at, agentId, outcome }: WrapUpCommand): Decision {
  const own = Object.values(state.participants).find((each) => each.agentId === agentId);
  if (!own) return { refused: 'CONTACT_NOT_FOUND' };
  if (state.status !== 'ENDED') return { refused: 'CONTACT_ACTIVE' };
  if (!state.wrapUps[agentId] && isDeepStrictEqual(state.outcome, outcome)) return nothing;
  const { participantId } = own;
  return { entries: [{ at, kind: 'wrap-up.finished', participantId, agentId, reason: 'DONE', outcome }] };
}

/** The decision, and after the end of a chat the after-contact work of its agents, if their queue has any. */
export function withWrapUps(state: ContactState, decision: Decision, world: FlowWorld): Decision {
  if (!('entries' in decision)) return decision;
  const end = decision.entries.find(({ kind }) => kind === 'chat.ended');
  return end ? { entries: [...decision.entries, ...startWrapUps(state, end.at, world)] } : decision;
}

function startWrapUps({ participants, lastQueue }: ContactState, at: number, world: FlowWorld): NewEntry[] {
  const queueId = lastQueue?.queueId ?? '';
  const queue = Object.hasOwn(world.queues, queueId) ? world.queues[queueId] : undefined;
  if (!queue?.wrapUp || queue.wrapUp.seconds === 0) return [];
  const { seconds, dispositions, tags } = queue.wrapUp;
  return Object.values(participants).flatMap((participant): NewEntry[] => {
    const { participantId, agentId, present } = participant;
    if (!present || agentId === null || !rightsOf(participant).countsAsLoad) return [];
    const proposed = { dispositions: [...dispositions], tags: [...tags] };
    const until = at + seconds * 1_000;
    return [{ at, kind: 'wrap-up.started', participantId, agentId, until, ...proposed }];
  });
}

/** Ends after-contact work without an outcome: of one agent, or of everybody whose time has come. */
export const endWrapUps = (
  { wrapUps }: ContactState,
  {
    at,
    reason,
    isOver,
  }: { at: number; reason: WrapUpEnd; isOver: (agentId: string, until: number) => boolean },
): NewEntry[] =>
  Object.entries(wrapUps)
    .filter(([agentId, { until }]) => isOver(agentId, until))
    .map(([agentId, { participantId }]) => ({
      ...{ at, kind: 'wrap-up.finished', participantId, agentId, reason, outcome: null },
    }));

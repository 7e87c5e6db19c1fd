import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';
import { leaving } from './leave.js';

/**
 * An account has nothing to do with the contact any more: the agent went offline, signed out, or has no console. The
 * participant leaves, and an offer that rings at the agent is withdrawn.
 */
export interface ReleaseCommand {
  type: 'release';
  now: number;
  agentId: string;
}

export function release(state: ContactState, command: ReleaseCommand, world: FlowWorld): Decision {
  const { now: at, agentId } = command;
  if (state.status !== 'ACTIVE') return nothing;
  const withdrawn = state.offer?.agentId === agentId ? withdrawOffer(state, at) : [];
  const own = Object.values(state.participants).filter((each) => each.agentId === agentId && each.present);
  return { entries: [...withdrawn, ...leaving(state, own, { at, world })] };
}

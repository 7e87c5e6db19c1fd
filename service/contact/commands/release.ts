import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';
import { leaveEntries } from './leave.js';

/**
 * Removes an account from the contact: the agent went offline, signed out, or has no open console. The agent leaves,
 * and an offer to the agent is withdrawn.
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
  return { entries: [...withdrawn, ...leaveEntries(state, own, { at, world })] };
}

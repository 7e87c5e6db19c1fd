import type { ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';
import { leaveEntries } from './leave.js';
import { endWrapUps } from './wrap-up.js';

/**
 * Removes an account from the contact: the agent went offline, signed out, or has no open console. The agent leaves,
 * an offer to the agent is withdrawn, and after-contact work ends.
 */
export interface ReleaseCommand {
  type: 'release';
  now: number;
  agentId: string;
}

export function release(state: ContactState, command: ReleaseCommand, world: FlowWorld): Decision {
  const { now: at, agentId } = command;
  if (state.status !== 'ACTIVE')
    return { entries: endWrapUps(state, { at, reason: 'LEFT', isOver: (each) => each === agentId }) };
  const withdrawn = state.offer?.agentId === agentId ? withdrawOffer(state, at) : [];
  const own = Object.values(state.participants).filter((each) => each.agentId === agentId && each.present);
  return { entries: [...withdrawn, ...leaveEntries(state, own, { at, world })] };
}

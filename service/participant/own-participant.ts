import type { ContactState } from '../contact/contact-state.js';

/**
 * The participant of an agent in a chat, present or past. If the agent joined several times, the present one
 * is preferred.
 */
export function ownParticipant(
  state: ContactState,
  agentId: string,
): ContactState['participants'][string] | undefined {
  const own = Object.values(state.participants).filter((participant) => participant.agentId === agentId);
  return own.find(({ present }) => present) ?? own[own.length - 1];
}

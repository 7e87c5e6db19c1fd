import type { ContactState } from '../contact/contact-state.js';

/** As whom an agent is in a chat, or was; where the same agent came twice, the present one. */
export function ownParticipant(
  state: ContactState,
  agentId: string,
): ContactState['participants'][string] | undefined {
  const own = Object.values(state.participants).filter((participant) => participant.agentId === agentId);
  return own.find(({ present }) => present) ?? own[own.length - 1];
}

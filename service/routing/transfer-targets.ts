import { isAvailable, type AgentPresence, type Presence } from '../backend/presence.js';
import type { Workload } from './workload.js';

export interface TransferTargetsOptions {
  presence: Pick<Presence, 'get' | 'all'>;
  workload: Pick<Workload, 'loadOf'>;
}

/** The agents to whom a contact can be transferred. */
export interface TransferTargets {
  /** Everybody who is available and has room for one more contact, by name. */
  agents(): { agentId: string; displayName: string }[];
  /** The agent, if they are one of these. */
  agent(agentId: string): { agentId: string; displayName: string } | undefined;
}

export function createTransferTargets({ presence, workload }: TransferTargetsOptions): TransferTargets {
  const canTake = (agent: AgentPresence): boolean =>
    isAvailable(agent) && workload.loadOf(agent.profile.agentId) < agent.profile.maxChats;
  const nameOf = ({ profile: { agentId, displayName } }: AgentPresence) => ({ agentId, displayName });

  return {
    agents: () =>
      [...presence.all()]
        .filter(canTake)
        .map(nameOf)
        .sort((a, b) => a.displayName.localeCompare(b.displayName)),
    agent(agentId) {
      const agent = presence.get(agentId);
      return agent && canTake(agent) ? nameOf(agent) : undefined;
    },
  };
}

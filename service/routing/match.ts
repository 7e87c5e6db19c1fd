/** A contact that waits in a queue and is not offered to an agent. */
export interface WaitingContact {
  contactId: string;
  queueId: string;
  /** In monotonic milliseconds. */
  since: number;
  /** Only of a contact that returned from an agent: when it first entered the queue. It precedes all others. */
  firstSince?: number;
  /** Only of a contact that was transferred to an agent: who is asked first, whatever queues they serve. */
  agentId?: string;
  /**
   * Agents who declined or missed the contact, and until when they are not asked, even if no other agent can take it.
   */
  passedOver: Readonly<Record<string, number>>;
}

/** An agent who is available. */
export interface FreeAgent {
  agentId: string;
  queues: readonly string[];
  /** How many more chats the agent can take. */
  room: number;
  /** When the agent last got a contact, in monotonic milliseconds. */
  idleSince: number;
}

/** A contact, and the agent to whom it is to be offered. */
export interface Match {
  contactId: string;
  agentId: string;
}

/**
 * Matches waiting contacts with agents. Contacts that returned from agents come first, then those that wait longest. Of
 * the agents of the queue who have room, the one who is idle longest gets the offer. An agent who declined or missed
 * the contact gets it again only if no other agent can take it, and after a pause. A contact that was transferred to an
 * agent is offered to that agent first; while that agent can't take it, to the agents of its queue. Pure.
 */
export function match(
  waiting: readonly WaitingContact[],
  agents: readonly FreeAgent[],
  now: number,
): Match[] {
  const room = new Map(agents.map(({ agentId, room }) => [agentId, room]));
  const idle = [...agents].sort((a, b) => a.idleSince - b.idleSince || compare(a.agentId, b.agentId));
  const matches: Match[] = [];
  for (const contact of inOfferOrder(waiting)) {
    const { contactId, queueId, passedOver } = contact;
    const canTake = ({ agentId, queues }: FreeAgent): boolean =>
      room.get(agentId)! > 0 && queues.includes(queueId);
    const isFirstAgent = ({ agentId }: FreeAgent): boolean =>
      agentId === contact.agentId && room.get(agentId)! > 0 && !Object.hasOwn(passedOver, agentId);
    const agent =
      idle.find(isFirstAgent) ??
      idle.find((each) => canTake(each) && !Object.hasOwn(passedOver, each.agentId)) ??
      idle.find((each) => canTake(each) && passedOver[each.agentId]! <= now);
    if (!agent) continue;
    matches.push({ contactId, agentId: agent.agentId });
    room.set(agent.agentId, room.get(agent.agentId)! - 1);
    // An agent with a new offer is the last in line for the next.
    idle.push(...idle.splice(idle.indexOf(agent), 1));
  }
  return matches;
}

/** The order in which contacts are offered: those that returned from agents, then those that wait longest. */
export const inOfferOrder = (waiting: readonly WaitingContact[]): WaitingContact[] =>
  [...waiting].sort(
    (a, b) =>
      Number(a.firstSince === undefined) - Number(b.firstSince === undefined) ||
      (a.firstSince ?? a.since) - (b.firstSince ?? b.since) ||
      compare(a.contactId, b.contactId),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

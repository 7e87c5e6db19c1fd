/** A contact that waits in a queue and rings nowhere. */
export interface WaitingContact {
  contactId: string;
  queueId: string;
  since: number;
  /** Agents who declined or missed it, and until when they are passed over. */
  passedOver: Readonly<Record<string, number>>;
}

/** An agent who could be offered contacts. */
export interface AgentDesk {
  agentId: string;
  queues: readonly string[];
  /** How many more contacts fit. */
  room: number;
  /** Since when without a new contact, in milliseconds since 1970. */
  idleSince: number;
}

/** Who is asked to take which contact. */
export interface Match {
  contactId: string;
  agentId: string;
}

/**
 * Offers waiting contacts to agents: who waits longest goes first; of the agents of that queue with room the
 * longest-idle one is asked. A contact is offered to one agent, and to nobody who has just declined or missed it. Pure.
 */
export function match(waiting: readonly WaitingContact[], desks: readonly AgentDesk[], now: number): Match[] {
  const room = new Map(desks.map(({ agentId, room }) => [agentId, room]));
  const idle = [...desks].sort((a, b) => a.idleSince - b.idleSince || compare(a.agentId, b.agentId));
  const matches: Match[] = [];
  for (const contact of inOrderOfArrival(waiting)) {
    const index = idle.findIndex((desk) => room.get(desk.agentId)! > 0 && canTake(desk, contact, now));
    const desk = idle[index];
    if (!desk) continue;
    matches.push({ contactId: contact.contactId, agentId: desk.agentId });
    room.set(desk.agentId, room.get(desk.agentId)! - 1);
    // Whoever was just asked is no longer idle: the others come first.
    idle.push(...idle.splice(index, 1));
  }
  return matches;
}

const inOrderOfArrival = (waiting: readonly WaitingContact[]): WaitingContact[] =>
  [...waiting].sort((a, b) => a.since - b.since || compare(a.contactId, b.contactId));

const canTake = (
  { agentId, queues }: AgentDesk,
  { queueId, passedOver }: WaitingContact,
  now: number,
): boolean => {
  const until = Object.hasOwn(passedOver, agentId) ? passedOver[agentId]! : 0;
  return queues.includes(queueId) && until <= now;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

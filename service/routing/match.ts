/** A contact that waits in a queue and rings nowhere. */
export interface WaitingContact {
  contactId: string;
  queueId: string;
  /** In monotonic milliseconds. */
  since: number;
  /** Only of a contact that an agent gave back: since when it waited the first time. It comes before all others. */
  firstSince?: number;
  /** Agents who declined or missed it, and until when they are not asked even where nobody else can take it. */
  passedOver: Readonly<Record<string, number>>;
}

/** An agent who could be offered contacts. */
export interface AgentDesk {
  agentId: string;
  queues: readonly string[];
  /** How many more contacts fit. */
  room: number;
  /** Since when without a new contact, in monotonic milliseconds. */
  idleSince: number;
}

/** Who is asked to take which contact. */
export interface Match {
  contactId: string;
  agentId: string;
}

/**
 * Offers waiting contacts to agents. Contacts that agents gave back come first, then the one that waits longest. Of the
 * agents of its queue with room, the longest-idle one is asked; one who declined or missed the contact is asked again
 * only where no other can take it, and only after a pause. Pure.
 */
export function match(waiting: readonly WaitingContact[], desks: readonly AgentDesk[], now: number): Match[] {
  const room = new Map(desks.map(({ agentId, room }) => [agentId, room]));
  const idle = [...desks].sort((a, b) => a.idleSince - b.idleSince || compare(a.agentId, b.agentId));
  const matches: Match[] = [];
  for (const contact of inOrderOfArrival(waiting)) {
    const { contactId, queueId, passedOver } = contact;
    const canTake = ({ agentId, queues }: AgentDesk): boolean =>
      room.get(agentId)! > 0 && queues.includes(queueId);
    const desk =
      idle.find((each) => canTake(each) && !Object.hasOwn(passedOver, each.agentId)) ??
      idle.find((each) => canTake(each) && passedOver[each.agentId]! <= now);
    if (!desk) continue;
    matches.push({ contactId, agentId: desk.agentId });
    room.set(desk.agentId, room.get(desk.agentId)! - 1);
    // The agent who was just asked is no longer idle: the others come first.
    idle.push(...idle.splice(idle.indexOf(desk), 1));
  }
  return matches;
}

/** The order in which contacts are offered: those that agents gave back first, then the one that waits longest. */
export const inOrderOfArrival = (waiting: readonly WaitingContact[]): WaitingContact[] =>
  [...waiting].sort(
    (a, b) =>
      Number(a.firstSince === undefined) - Number(b.firstSince === undefined) ||
      (a.firstSince ?? a.since) - (b.firstSince ?? b.since) ||
      compare(a.contactId, b.contactId),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

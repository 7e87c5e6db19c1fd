/** A contact that is about to be offered to an agent. */
export interface PlannedOffer {
  contactId: string;
  agentId: string;
  /** The number of contacts that the agent may have. */
  maxChats: number;
  /** The number of contacts that are or ring at the agent, as far as the caller knows. */
  load: number;
}

/** A reserved contact and a reserved place at an agent. */
export interface Reservation {
  /** Call it when the offer was stored or given up. */
  release(): void;
}

/** A reservation, or why there is none: the contact is reserved already, or the agent has no free place. */
export type Reserved = { reservation: Reservation } | { taken: 'contact' | 'agent' };

/**
 * Reserves contacts and agents while offers are being stored. An implementation guarantees, for all processes
 * together:
 * - A contact is reserved for one agent at a time.
 * - An agent never has more reservations and contacts than `maxChats`. A backend of one process may rely on
 *   the given `load`. A backend of several processes also counts the stored contacts, because a caller may
 *   have missed a hint.
 * - A reservation lasts until `release`, or until the end of its process is noticed. From then on that
 *   process can't append (see `ContactLog`), so a process that was paused makes no offer without a
 *   reservation.
 */
export interface Offers {
  reserve(offer: PlannedOffer): Promise<Reserved>;
}

/** A contact that is about to ring at an agent. */
export interface PlannedOffer {
  contactId: string;
  agentId: string;
  /** How many contacts the agent takes. */
  maxChats: number;
  /** How many contacts are or ring at the agent, as far as the caller knows. */
  load: number;
}

/** A contact and a place at an agent that nobody else may plan with. */
export interface Reservation {
  /** The offer is stored, or was not made. */
  release(): void;
}

/** A reservation, or why there is none: the contact is reserved already, or the agent has no place left. */
export type Reserved = { reservation: Reservation } | { taken: 'contact' | 'agent' };

/**
 * Offers that are being made. An implementation guarantees, for all processes together:
 * - A contact is reserved for one agent at a time.
 * - An agent never has more reservations and contacts than `maxChats`. A backend of one process may rely on the `load` that
 *   it is given. One of several processes counts the contacts that are stored too, because a caller may have missed a hint.
 * - A reservation lasts until `release`, or until its process's end is noticed. From then on that process cannot append
 *   (see `ContactLog`), so that a process that was paused makes no offer without a reservation.
 */
export interface Offers {
  reserve(offer: PlannedOffer): Promise<Reserved>;
}

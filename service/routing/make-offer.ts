import { limits } from '../../shared/limits.js';
import type { Offers, PlannedOffer } from '../backend/offers.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';

/** What making an offer needs. */
export interface OfferMaker {
  contacts: Pick<Contacts, 'run'>;
  offers: Offers;
  clock: Pick<Clock, 'now'>;
}

/**
 * Lets a contact ring at an agent, if no other process has taken the contact or the agent's place meanwhile; says which of
 * them is taken, and null if neither is. Rejects with OFFER_GONE if the contact waits no longer.
 */
export async function makeOffer(
  { contacts, offers, clock }: OfferMaker,
  offer: PlannedOffer,
): Promise<'agent' | 'contact' | null> {
  const reserved = await offers.reserve(offer);
  if (!('reservation' in reserved)) return reserved.taken;
  const now = clock.now();
  const { contactId, agentId } = offer;
  try {
    await contacts.run(contactId, { type: 'offer', now, agentId, until: now + limits.ring });
    return null;
  } finally {
    reserved.reservation.release();
  }
}

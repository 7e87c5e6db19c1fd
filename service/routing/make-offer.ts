import { limits } from '../../shared/limits.js';
import type { Offers, PlannedOffer } from '../backend/offers.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';

/** The dependencies of an offer. */
export interface OfferMaker {
  contacts: Pick<Contacts, 'run'>;
  offers: Offers;
  clock: Pick<Clock, 'now'>;
}

/**
 * Offers a contact to an agent, unless another process has meanwhile taken the contact or the agent's place. Resolves
 * with the one that is taken, or null if the offer was made. Rejects with OFFER_GONE if the contact no longer waits.
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

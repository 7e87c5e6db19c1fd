import { readParticipantToken } from '../auth/participant-token.js';
import { isSameHash } from '../auth/secret-hash.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactState } from '../contact/contact-state.js';
import { ServiceError } from '../errors.js';

/**
 * The contact that a participant token opens on a widget. Rejects with PARTICIPANT_REFUSED: one answer for every token
 * that opens none.
 */
export async function openContact(
  contacts: Contacts,
  widgetId: string,
  token: string,
): Promise<ContactState> {
  const read = readParticipantToken(token);
  const state = read && (await contacts.state(read.contactId));
  const isGood = state?.tokenHashes.some((hash) => isSameHash(hash, read!.hash));
  if (!state || !isGood || state.widgetId !== widgetId) throw new ServiceError('PARTICIPANT_REFUSED');
  return state;
}

import { readParticipantToken } from '../auth/participant-token.js';
import { isSameHash } from '../auth/secret-hash.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactState } from '../contact/contact-state.js';
import { ServiceError } from '../errors.js';
import type { ClientLimits, StartOrigin } from '../limits/client-limits.js';

export interface OpenContactOptions {
  contacts: Contacts;
  clientLimits: Pick<ClientLimits, 'refuseToken'>;
}

/**
 * The contact that a participant token opens on a widget. Rejects with PARTICIPANT_REFUSED, the same for
 * every invalid token, and later for an address that has sent many.
 */
export async function openContact(
  { contacts, clientLimits }: OpenContactOptions,
  from: StartOrigin,
  token: string,
): Promise<ContactState> {
  const read = readParticipantToken(token);
  const state = read && (await contacts.state(read.contactId));
  const isGood = state?.tokenHashes.some((hash) => isSameHash(hash, read!.hash));
  if (state && isGood && state.widgetId === from.widgetId) return state;
  await clientLimits.refuseToken(from);
  throw new ServiceError('PARTICIPANT_REFUSED');
}

import type { ContactState } from '../contact-state.js';
import type { Refusal } from '../decision.js';
import { rightsOf } from '../roles.js';

/** Why a participant can't send anything in this contact; null if they can. */
export function refuseSpeaker(state: ContactState, participantId: string): Refusal | null {
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (state.status === 'ENDED' || !participant.present) return { refused: 'CONTACT_ENDED' };
  return rightsOf(participant).maySpeak ? null : { refused: 'NOT_ALLOWED' };
}

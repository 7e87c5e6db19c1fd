import { speakerOf, type ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { rightsOf } from '../roles.js';

/** A participant ends the contact for everybody. */
export interface EndCommand {
  type: 'end';
  now: number;
  participantId: string;
}

export function end(state: ContactState, { now: at, participantId }: Omit<EndCommand, 'type'>): Decision {
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (state.status === 'ENDED') return nothing;
  const reason = rightsOf(participant).endsAs;
  if (reason === null) return { refused: 'NOT_ALLOWED' };
  return {
    entries: [
      ...withdrawOffer(state, at),
      { at, kind: 'participant.left', who: speakerOf(participant) },
      { at, kind: 'chat.ended', by: participantId, reason },
    ],
  };
}

/** Withdraws the current offer, so that a contact doesn't ring after its end. */
export const withdrawOffer = ({ offer }: ContactState, at: number): NewEntry[] =>
  offer ? [{ at, kind: 'offer.closed', agentId: offer.agentId, reason: 'WITHDRAWN' }] : [];

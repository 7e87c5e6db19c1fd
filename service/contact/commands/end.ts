import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';

/** A participant ends the chat, for everybody. */
export interface EndCommand {
  type: 'end';
  now: number;
  participantId: string;
}

export function end(state: ContactState, { now: at, participantId }: EndCommand): Decision {
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (state.status === 'ENDED') return nothing;
  const { role, displayName } = participant;
  const reason = role === 'CUSTOMER' ? 'CUSTOMER' : 'AGENT';
  return {
    entries: [
      ...withdrawOffer(state, at),
      { at, kind: 'participant.left', who: { participantId, role, displayName } },
      { at, kind: 'chat.ended', by: participantId, reason },
    ],
  };
}

/** Closes an outstanding offer, so that no agent is left with a ringing that leads nowhere. */
export const withdrawOffer = ({ offer }: ContactState, at: number): NewEntry[] =>
  offer ? [{ at, kind: 'offer.closed', agentId: offer.agentId, reason: 'WITHDRAWN' }] : [];

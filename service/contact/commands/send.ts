import { refuseContent } from '../contact-content.js';
import type { ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import { sentAs } from '../sent-tokens.js';
import { backWhoSpeaks } from './customer-presence.js';

/** A participant says something. The same client token again gives the number it had. */
export interface SendCommand {
  type: 'send';
  now: number;
  participantId: string;
  clientToken: string;
  contentType: string;
  content: string;
}

export function send(state: ContactState, command: SendCommand): Decision {
  const { participantId, clientToken, contentType, content } = command;
  const repeats = sentAs(state.sent, participantId, clientToken);
  if (repeats !== undefined) return { repeats };
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (state.status === 'ENDED' || !participant.present) return { refused: 'CONTACT_ENDED' };
  const { role, displayName } = participant;
  const refusal = refuseContent({ role, contentType, content }, state);
  if (refusal) return refusal;
  const who = { participantId, role, displayName };
  const { now: at } = command;
  const message = { at, kind: 'message', who, clientToken, contentType, content } as const;
  return { entries: [...backWhoSpeaks(state, role, at), message] };
}

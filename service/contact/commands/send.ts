import { refuseContent } from '../contact-content.js';
import { speakerOf, type ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import { sentAs } from '../sent-tokens.js';
import { backBefore } from './customer-presence.js';
import { refuseSpeaker } from './refuse-speaker.js';

/** A participant sends a message. A repeated client token gives the number that the message has. */
export interface SendCommand {
  type: 'send';
  now: number;
  participantId: string;
  clientToken: string;
  contentType: string;
  content: string;
}

export function send(state: ContactState, command: SendCommand): Decision {
  const { now: at, participantId, clientToken, contentType, content } = command;
  const repeats = sentAs(state.sent, participantId, clientToken);
  if (repeats !== undefined) return { repeats };
  const refused = refuseSpeaker(state, participantId);
  if (refused) return refused;
  const who = speakerOf(state.participants[participantId]!);
  const refusal = refuseContent({ role: who.role, contentType, content }, state);
  if (refusal) return refusal;
  const back = backBefore(state, who, at);
  // Numbered here, because copying each message to number it would cost as much as the decision.
  const seq = state.lastSeq + (back ? 2 : 1);
  const message = { seq, at, kind: 'message', who, clientToken, contentType, content } as const;
  return { entries: back ? [back, message] : [message] };
}

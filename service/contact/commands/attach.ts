import { speakerOf, type ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { SaidFile } from '../entry.js';
import { sentAs } from '../sent-tokens.js';
import { backWhoSpeaks } from './customer-presence.js';
import { refuseSpeaker } from './refuse-speaker.js';

/**
 * A participant says a file that was uploaded; whoever runs this has looked that it is there, and is this participant's
 * of this contact. The same client token again gives the number it had.
 */
export interface AttachCommand {
  type: 'attach';
  now: number;
  participantId: string;
  clientToken: string;
  file: SaidFile;
}

/** Each upload is said once: another client token for the same one names nothing that could still be said. */
export function attach(state: ContactState, command: AttachCommand): Decision {
  const { now: at, participantId, clientToken, file } = command;
  const repeats = sentAs(state.sent, participantId, clientToken);
  if (repeats !== undefined) return { repeats };
  const refused = refuseSpeaker(state, participantId);
  if (refused) return refused;
  if (state.attachmentIds.includes(file.attachmentId))
    return { refused: 'ATTACHMENT_NOT_FOUND', pointer: '/attachmentId' };
  const who = speakerOf(state.participants[participantId]!);
  const { attachmentId, name, contentType, size, hasMacros } = file;
  const said = { who, clientToken, attachmentId, name, contentType, size, ...(hasMacros && { hasMacros }) };
  const attachment = { at, kind: 'attachment', ...said } as const;
  const back = backWhoSpeaks(state, who, at);
  return { entries: back ? [back, attachment] : [attachment] };
}

import { speakerOf, type ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { PostedFile } from '../entry.js';
import { sentAs } from '../sent-tokens.js';
import { backBefore } from './customer-presence.js';
import { refuseSpeaker } from './refuse-speaker.js';

/**
 * A participant posts a file that they uploaded. The caller has checked that the file exists and was uploaded by this
 * participant in this contact. A repeated client token gives the number that the file has.
 */
export interface AttachCommand {
  type: 'attach';
  now: number;
  participantId: string;
  clientToken: string;
  file: PostedFile;
}

/** Each file is posted at most once: posting it again with another client token is `ATTACHMENT_NOT_FOUND`. */
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
  const back = backBefore(state, who, at);
  return { entries: back ? [back, attachment] : [attachment] };
}

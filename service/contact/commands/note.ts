import { inWords } from '../../../shared/in-words.js';
import { limits } from '../../../shared/limits.js';
import { speakerOf, type ContactState, type Participant } from '../contact-state.js';
import type { Decision, Refusal } from '../decision.js';
import { rightsOf } from '../roles.js';
import { sentAs } from '../sent-tokens.js';

/** A participant writes a private note. A repeated client token gives the number that the note has. */
export interface NoteCommand {
  type: 'note';
  now: number;
  participantId: string;
  clientToken: string;
  content: string;
}

export function note(state: ContactState, command: NoteCommand): Decision {
  const { now: at, participantId, clientToken, content } = command;
  const repeats = sentAs(state.sent, participantId, clientToken);
  if (repeats !== undefined) return { repeats };
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (!rightsOf(participant).seesNotes) return { refused: 'NOT_ALLOWED' };
  if (!isAtWork(state, participant)) return { refused: 'CONTACT_ENDED' };
  if (content.trim() === '') return { refused: 'MESSAGE_EMPTY', pointer: '/content' };
  const refusal = refuseNote(content, '/content');
  if (refusal) return refusal;
  return { entries: [{ at, kind: 'note', who: speakerOf(participant), clientToken, content }] };
}

/** Whether a participant is in the chat, or does after-contact work. */
const isAtWork = ({ status, wrapUps }: ContactState, { agentId, present }: Participant): boolean =>
  status === 'ENDED' ? agentId !== null && Object.hasOwn(wrapUps, agentId) : present;

/** Why a note can't be stored; null if it can. */
export function refuseNote(content: string, pointer: string): Refusal | null {
  if (content.length <= limits.noteCharacters) return null;
  const message = `A note may have ${inWords(limits.noteCharacters)} characters.`;
  return { refused: 'MESSAGE_TOO_LONG', pointer, message };
}

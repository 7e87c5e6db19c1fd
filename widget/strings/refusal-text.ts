import type { Strings } from './en.js';

/** Why a message was not taken, for the visitor: by the code, as the service's own sentence is in English. */
export function refusalText(code: string, strings: Strings): string {
  if (code === 'MESSAGE_TOO_LONG') return strings.tooLong;
  return code === 'CONTACT_ENDED' ? `${strings.ended}.` : strings.notTaken;
}

/** Why a chat is not under way, for the visitor; `isOver` where no attempt follows by itself. */
export const failureText = (code: string, isOver: boolean, strings: Strings): string =>
  isOver ? (code === 'PARTICIPANT_REFUSED' ? strings.notContinued : strings.notStarted) : strings.busy;

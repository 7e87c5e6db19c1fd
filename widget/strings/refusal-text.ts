import type { Strings } from './en.js';

/** Why a message was refused, for the visitor. The service's own sentences are English. */
export function refusalText(code: string, strings: Strings): string {
  if (code === 'MESSAGE_TOO_LONG') return strings.tooLong;
  return code === 'CONTACT_ENDED' ? `${strings.ended}.` : strings.notTaken;
}

/** Why there is no chat, for the visitor; `isOver` if there is no automatic attempt. */
export const failureText = (code: string, isOver: boolean, strings: Strings): string =>
  isOver ? (code === 'PARTICIPANT_REFUSED' ? strings.notContinued : strings.notStarted) : strings.busy;

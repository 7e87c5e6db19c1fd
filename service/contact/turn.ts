import type { IdleParticipant } from './entry.js';

/**
 * Whose turn it is to write while an agent is in a chat with idle times. Whoever's turn it is gets a warning after a
 * while, and after another while their silence has consequences.
 */
export interface Turn {
  of: IdleParticipant;
  /** When the turn began, in milliseconds since 1970. */
  since: number;
  /** Until when the participant must write, in milliseconds since 1970; null before the warning. */
  until: number | null;
}

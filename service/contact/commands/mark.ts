import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import { rightsOf } from '../roles.js';

/** A participant has received, or read, all items up to a number. */
export interface MarkCommand {
  type: 'mark';
  now: number;
  participantId: string;
  delivered: number;
  read: number;
}

/**
 * Marks never fall and never exceed the log's last number; what is read is also delivered. Marks of invisible
 * participants are not stored.
 */
export function mark(state: ContactState, command: MarkCommand): Decision {
  const { participantId, now } = command;
  const participant = state.participants[participantId];
  if (!participant?.present || state.status === 'ENDED' || !rightsOf(participant).isVisible) return nothing;
  const before = state.marks[participantId] ?? { delivered: 0, read: 0 };
  const read = Math.min(Math.max(before.read, command.read), state.lastSeq);
  const delivered = Math.min(Math.max(before.delivered, command.delivered, read), state.lastSeq);
  if (read === before.read && delivered === before.delivered) return nothing;
  return { entries: [{ at: now, kind: 'marked', participantId, delivered, read }] };
}

import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import { rightsOf } from '../roles.js';

/** A participant has received, or read, everything up to a number. */
export interface MarkCommand {
  type: 'mark';
  now: number;
  participantId: string;
  delivered: number;
  read: number;
}

/** Marks only rise, reach no further than the log, and what was read was delivered. Those of the invisible are not kept. */
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

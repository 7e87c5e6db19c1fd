import type { Away, AwayReason } from '../../shared/away.js';

/** What counts of a queue for those who want to talk. */
export interface QueueReach {
  isOpen: boolean;
  /** Agents of the queue who are there and take contacts, busy or not. */
  agentsStaffed: number;
}

/**
 * Why visitors of a widget leave a message instead of talking; null where they talk. Agents who are busy are there:
 * whoever comes then waits in the queue. Pure.
 */
export function awayReason(
  { whenClosed, whenNobodyAvailable }: Away,
  { isOpen, agentsStaffed }: QueueReach,
): AwayReason {
  if (!isOpen && whenClosed === 'LEAVE_MESSAGE') return 'CLOSED';
  return agentsStaffed === 0 && whenNobodyAvailable === 'LEAVE_MESSAGE' ? 'NOBODY_AVAILABLE' : null;
}

import type { Away, AwayReason } from '../../shared/away.js';

/** What matters of a queue to a visitor who wants to chat. */
export interface QueueReach {
  isOpen: boolean;
  /** Agents of the queue who are online and available, whether they have room or not. */
  agentsStaffed: number;
}

/**
 * Why visitors of a widget get the offline form instead of a chat; null if they can chat. Agents without room count:
 * the visitor waits in the queue. Pure.
 */
export function awayReason(
  { whenClosed, whenNobodyAvailable }: Away,
  { isOpen, agentsStaffed }: QueueReach,
): AwayReason {
  if (!isOpen && whenClosed === 'LEAVE_MESSAGE') return 'CLOSED';
  return agentsStaffed === 0 && whenNobodyAvailable === 'LEAVE_MESSAGE' ? 'NOBODY_AVAILABLE' : null;
}

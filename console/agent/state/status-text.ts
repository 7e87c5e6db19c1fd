import { nextStatusOf, reasonIdOf, statusKind, type AgentStatus } from '../../../shared/agent-status.js';
import type { KnownStatusReason } from '../../../shared/status-reason.js';

const kinds = { AVAILABLE: 'Available', OFFLINE: 'Offline', AWAY: 'Away', MISSED: 'Missed' } as const;

/**
 * Returns the name of a status: "Away: Lunch", or "Away: Lunch, after your chats". A reason that was deleted has no name.
 */
export function statusText(status: AgentStatus, reasons: readonly KnownStatusReason[]): string {
  const next = nextStatusOf(status);
  if (next) return `${statusText(next, reasons)}, after your chats`;
  const kind = statusKind(status);
  const reason = reasons.find(({ statusReasonId }) => statusReasonId === reasonIdOf(status));
  return kind === 'NEXT' ? '' : reason ? `${kinds[kind]}: ${reason.name}` : kinds[kind];
}

/** The status that a choice means: an agent with chats finishes them before being away. */
export const chosenStatus = <Status extends string>(
  status: Status,
  openChats: number,
): Status | `NEXT:${Status}` =>
  openChats > 0 && status.startsWith('AWAY') ? (`NEXT:${status}` as const) : status;

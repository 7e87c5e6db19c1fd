/** Away, for the reason with this id or for none. The agent gets no offers, and keeps the open chats. */
export type AwayStatus = 'AWAY' | `AWAY:${string}`;
/** What the agent becomes when the last chat is over. Until then the agent gets no offers. */
export type NextStatus = `NEXT:${'OFFLINE' | AwayStatus}`;

/** The statuses that agents can choose. Available agents get offers; those who go offline leave their chats. */
export type ChosenStatus = 'AVAILABLE' | 'OFFLINE' | AwayStatus | NextStatus;
/**
 * The service sets `MISSED` if an agent didn't answer an offer or a visitor. The agent gets no more offers until they
 * choose AVAILABLE.
 */
export type AgentStatus = ChosenStatus | 'MISSED';

/** The kind of a status, without reason. */
export type StatusKind = 'AVAILABLE' | 'OFFLINE' | 'AWAY' | 'NEXT' | 'MISSED';
export const statusKind = (status: AgentStatus): StatusKind => status.split(':', 1)[0] as StatusKind;

/** The status that follows after the last chat; null if none does. */
export const nextStatusOf = (status: AgentStatus): 'OFFLINE' | AwayStatus | null =>
  status.startsWith('NEXT:') ? (status.slice('NEXT:'.length) as 'OFFLINE' | AwayStatus) : null;

/** The id of the reason why an agent is away; null for none. */
export const reasonIdOf = (status: AgentStatus): string | null => /AWAY:(.+)$/.exec(status)?.[1] ?? null;

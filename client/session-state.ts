/**
 * - `idle`: no chat
 * - `connecting`: the chat is being started, or continued for the first time on this page
 * - `live`: connected
 * - `reconnecting`: the connection was lost; the next attempt is automatic
 * - `ended`: the chat has ended
 * - `failed`: permanently refused, see `failure`
 */
export type SessionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended' | 'failed';

/** Whether a chat is in progress. */
export const isUnderWay = (state: SessionState): boolean => /^(live|.*connecting)$/.test(state);

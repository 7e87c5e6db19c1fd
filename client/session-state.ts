/**
 * - `idle`: no chat
 * - `connecting`: its start or first continuation is under way
 * - `live`: both sides hear each other
 * - `reconnecting`: the connection is lost and comes back by itself
 * - `ended`: the chat is over
 * - `failed`: refused for good, see `failure`
 */
export type SessionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended' | 'failed';

/** Whether there is a chat that is not over. */
export const isUnderWay = (state: SessionState): boolean => /^(live|.*connecting)$/.test(state);

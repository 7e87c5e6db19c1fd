import { Type, type Static } from 'typebox';

/**
 * The statuses that agents can choose: receive offers, or receive none and return their chats to the queue.
 */
export const ChosenStatusSchema = Type.Union([Type.Literal('AVAILABLE'), Type.Literal('OFFLINE')]);
export type ChosenStatus = Static<typeof ChosenStatusSchema>;
/**
 * The service sets `MISSED` if an agent didn't answer an offer. The agent gets no more offers until they
 * choose AVAILABLE.
 */
export const AgentStatusSchema = Type.Union([ChosenStatusSchema, Type.Literal('MISSED')]);
export type AgentStatus = Static<typeof AgentStatusSchema>;

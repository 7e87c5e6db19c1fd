import { Type, type Static } from 'typebox';

/** What an agent can choose: to be offered contacts, or to give the open ones back and be offered none. */
export const ChosenStatusSchema = Type.Union([Type.Literal('AVAILABLE'), Type.Literal('OFFLINE')]);
export type ChosenStatus = Static<typeof ChosenStatusSchema>;
/** `MISSED` is set by the service: the agent let a contact ring, and is offered none until they go available again. */
export const AgentStatusSchema = Type.Union([ChosenStatusSchema, Type.Literal('MISSED')]);
export type AgentStatus = Static<typeof AgentStatusSchema>;

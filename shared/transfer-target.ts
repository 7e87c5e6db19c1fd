import { Type, type Static } from 'typebox';

/** Where an agent can transfer a chat to. */
export const TransferTargetsSchema = Type.Object(
  {
    queues: Type.Array(
      Type.Object({
        queueId: Type.String(),
        name: Type.String(),
        agentsAvailable: Type.Integer({ description: 'Agents of the queue who can take a chat now.' }),
        waiting: Type.Integer({ description: 'Contacts that wait in it.' }),
      }),
    ),
    agents: Type.Array(Type.Object({ agentId: Type.String(), displayName: Type.String() }), {
      description: 'Other agents who are available and have room for one more chat.',
    }),
  },
  { $id: 'TransferTargets' },
);
export type TransferTargets = Static<typeof TransferTargetsSchema>;

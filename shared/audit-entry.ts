import { Type, type Static } from 'typebox';

/** What a member of staff, or a program with the administrator's token, changed by REST. It contains no values. */
export const AuditEntrySchema = Type.Object(
  {
    seq: Type.Integer({ description: 'Numbers the entries; a later one has a higher number.' }),
    at: Type.String({ description: 'ISO 8601.' }),
    agentId: Type.Union([Type.String(), Type.Null()], {
      description: 'The account; null for the administrator’s token.',
    }),
    who: Type.String({ description: 'The username, or ADMIN_TOKEN.' }),
    action: Type.String({ description: 'The request, such as PUT /api/queues/:queueId.' }),
    target: Type.Union([Type.String(), Type.Null()], {
      description: 'The id of what was changed, if it has one.',
    }),
    members: Type.Array(Type.String(), { description: 'The members that were changed.' }),
  },
  { additionalProperties: false },
);
export type AuditEntry = Static<typeof AuditEntrySchema>;

import { Type, type Static } from 'typebox';

/** The sender of an item, in Amazon Connect's terms. */
export const ParticipantRoleSchema = Type.Union([
  Type.Literal('CUSTOMER'),
  Type.Literal('AGENT'),
  Type.Literal('SYSTEM'),
  Type.Literal('SUPERVISOR'),
  Type.Literal('CUSTOM_BOT'),
]);
export type ParticipantRole = Static<typeof ParticipantRoleSchema>;

/** The file of an ATTACHMENT item. */
export const ItemAttachmentSchema = Type.Object(
  {
    attachmentId: Type.String({ description: 'The id for its download.' }),
    name: Type.String({
      description: 'The name under which it is shown and saved; its extension matches the content.',
    }),
    size: Type.Integer({ minimum: 1, description: 'Bytes.' }),
    hasMacros: Type.Optional(Type.Boolean({ description: 'Set if it is a document with macros.' })),
  },
  { additionalProperties: false, description: 'On ATTACHMENT items only.' },
);
export type ItemAttachment = Static<typeof ItemAttachmentSchema>;

/** One item of a transcript, the same on sockets, by REST and in the archive. */
export const TranscriptItemSchema = Type.Object(
  {
    seq: Type.Integer({
      minimum: 1,
      description: "The item's number in the contact's log; rises, with gaps.",
    }),
    id: Type.String({ description: 'Unique over all contacts.' }),
    type: Type.Union(
      [Type.Literal('MESSAGE'), Type.Literal('EVENT'), Type.Literal('ATTACHMENT'), Type.Literal('NOTE')],
      { description: 'NOTE: a private note, which only staff get.' },
    ),
    contentType: Type.String({ description: "Of an attachment: the file's media type." }),
    content: Type.Union([Type.String(), Type.Null()], { description: 'Null on events and attachments.' }),
    attachment: Type.Optional(ItemAttachmentSchema),
    transferredTo: Type.Optional(
      Type.String({ description: 'On a NOTE of a transfer: the name of the queue or of the agent.' }),
    ),
    participantId: Type.Union([Type.String(), Type.Null()], {
      description: 'Null if nobody speaks (chat ended).',
    }),
    participantRole: Type.Union([ParticipantRoleSchema, Type.Null()]),
    displayName: Type.Union([Type.String(), Type.Null()]),
    absoluteTime: Type.String({ description: 'ISO 8601, UTC, milliseconds.' }),
  },
  { $id: 'TranscriptItem', additionalProperties: false },
);
export type TranscriptItem = Static<typeof TranscriptItemSchema>;

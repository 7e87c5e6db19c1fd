import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

const members = {
  shortcut: Type.String({
    pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,49}$',
    description: 'What an agent types after the slash: letters, digits, hyphen, underscore.',
  }),
  text: Type.String({
    minLength: 1,
    maxLength: limits.cannedReplyCharacters,
    description:
      'What is inserted. {{customer.name}}, {{agent.name}}, {{page}}, {{page.title}} and {{attribute.NAME}} are filled in.',
  }),
  folder: Type.String({ maxLength: 100, default: '', description: 'Groups replies; empty for none.' }),
};
const isShared = Type.Boolean({
  description: 'Whether all staff have it. Administrators and supervisors write shared replies.',
});
const closed = { additionalProperties: false };

/** A canned reply as it is stored; `ownerId` is the account whose own it is, null for a shared one. */
export const StoredCannedReplySchema = Type.Object(
  { ...members, ownerId: Type.Union([Type.String(), Type.Null()]) },
  closed,
);
export type StoredCannedReply = Static<typeof StoredCannedReplySchema>;

/** A canned reply as staff write it. */
export const CannedReplyInputSchema = Type.Object(
  {
    shortcut: members.shortcut,
    text: members.text,
    folder: Type.Optional(members.folder),
    isShared: Type.Optional(isShared),
  },
  closed,
);
export type CannedReplyInput = Static<typeof CannedReplyInputSchema>;

/** A canned reply as staff read it. */
export const CannedReplySchema = Type.Object(
  { cannedReplyId: Type.String(), ...members, isShared },
  { $id: 'CannedReply' },
);
export type CannedReply = Static<typeof CannedReplySchema>;

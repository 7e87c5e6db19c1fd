import { Type, type Static } from 'typebox';

const name = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'What agents choose, such as Lunch.',
});

/** A reason why agents are away, as it is stored. */
export const StatusReasonSchema = Type.Object({ name }, { additionalProperties: false });
export type StatusReason = Static<typeof StatusReasonSchema>;

/** A reason, as staff read it. */
export const KnownStatusReasonSchema = Type.Object(
  { statusReasonId: Type.String(), name },
  { $id: 'StatusReason' },
);
export type KnownStatusReason = Static<typeof KnownStatusReasonSchema>;

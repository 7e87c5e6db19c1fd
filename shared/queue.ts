import { Type, type Static } from 'typebox';

/** A queue: where contacts wait for the agents who serve it. */
export const QueueSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 256 }),
    description: Type.String({ maxLength: 1024, default: '' }),
  },
  { additionalProperties: false },
);
export type Queue = Static<typeof QueueSchema>;

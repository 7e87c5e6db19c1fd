import { Type, type Static } from 'typebox';
import { HoursOfOperationSchema } from './hours-of-operation.js';
import { WrapUpSchema } from './wrap-up.js';

/** A queue, in which contacts wait for its agents. */
export const QueueSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 256 }),
    description: Type.String({ maxLength: 1024, default: '' }),
    hoursOfOperation: Type.Union([HoursOfOperationSchema, Type.Null()], {
      default: null,
      description: 'When it is open; null for always.',
    }),
    wrapUp: Type.Optional(WrapUpSchema),
  },
  { additionalProperties: false },
);
export type Queue = Static<typeof QueueSchema>;

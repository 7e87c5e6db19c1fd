import { Type, type Static } from 'typebox';
import { HoursOfOperationSchema } from './hours-of-operation.js';
import { IdleTimesSchema } from './idle-times.js';
import { limits } from './limits.js';
import { WrapUpSchema } from './wrap-up.js';

/** A queue, in which contacts wait for its agents. Stored queues of older releases lack the optional members. */
export const QueueSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 256 }),
    description: Type.String({ maxLength: 1024, default: '' }),
    hoursOfOperation: Type.Union([HoursOfOperationSchema, Type.Null()], {
      default: null,
      description: 'When it is open; null for always.',
    }),
    serviceLevelSeconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: limits.serviceLevelSeconds,
        description: 'The target: contacts should be answered within this time.',
      }),
    ),
    maxContacts: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: limits.contactsInQueue,
        description: 'How many contacts may wait; left out for any number.',
      }),
    ),
    overflowQueueId: Type.Optional(
      Type.String({ description: 'The queue that takes contacts for which this one has no room.' }),
    ),
    overflowMessage: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: limits.messageCharacters,
        description: 'What visitors for whom there is no room read before their chat ends.',
      }),
    ),
    wrapUp: Type.Optional(WrapUpSchema),
    idleTimes: Type.Optional(IdleTimesSchema),
  },
  { additionalProperties: false },
);
export type Queue = Static<typeof QueueSchema>;

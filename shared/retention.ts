import { Type, type Static } from 'typebox';
import { limits } from './limits.js';

/** For how long ended contacts are kept. */
export const RetentionSchema = Type.Object(
  {
    days: Type.Union([Type.Integer({ minimum: 1, maximum: limits.retentionDays }), Type.Null()], {
      description: 'Days after their end until contacts are erased; null for never.',
    }),
  },
  { additionalProperties: false },
);
export type Retention = Static<typeof RetentionSchema>;

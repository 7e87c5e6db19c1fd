import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false };
const RefusalSchema = Type.Object(
  {
    /** ISO 8601: the latest time. */
    at: Type.String(),
    /** The page's origin; null if the request named none. */
    origin: Type.Union([Type.String(), Type.Null()]),
    /** `ORIGIN`, or the reason for which the token was refused. */
    reason: Type.String(),
    /** The number of occurrences. */
    count: Type.Integer({ minimum: 1 }),
  },
  closed,
);
/** The stored activity of a widget. */
export const WidgetActivitySchema = Type.Object(
  {
    lastChatAt: Type.Union([Type.String(), Type.Null()]),
    seen: Type.Array(Type.Object({ origin: Type.String(), at: Type.String() }, closed)),
    refused: Type.Array(RefusalSchema),
  },
  closed,
);
export type WidgetActivity = Static<typeof WidgetActivitySchema>;

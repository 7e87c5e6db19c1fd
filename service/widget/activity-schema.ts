import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false };
const RefusalSchema = Type.Object(
  {
    /** ISO 8601: the last time. */
    at: Type.String(),
    /** Where the page was; null where the request named no origin. */
    origin: Type.Union([Type.String(), Type.Null()]),
    /** `ORIGIN`, or why the token was refused. */
    reason: Type.String(),
    /** How often this was so. */
    count: Type.Integer({ minimum: 1 }),
  },
  closed,
);
/** What happened around a widget, as it is stored. */
export const WidgetActivitySchema = Type.Object(
  {
    lastChatAt: Type.Union([Type.String(), Type.Null()]),
    seen: Type.Array(Type.Object({ origin: Type.String(), at: Type.String() }, closed)),
    refused: Type.Array(RefusalSchema),
  },
  closed,
);
export type WidgetActivity = Static<typeof WidgetActivitySchema>;

import type { WidgetActivity } from './activity-schema.js';

/** Refusals and places that are kept for each widget. */
const refusalsKept = 100;
const placesKept = 50;

export const noActivity: WidgetActivity = { lastChatAt: null, seen: [], refused: [] };

type Refusal = WidgetActivity['refused'][number];
const isSame = (one: Refusal, other: Refusal): boolean =>
  one.origin === other.origin && one.reason === other.reason;

/**
 * Merges later notes into a widget's activity. Equal places and equal refusals become one, newest first, with
 * the sum of their counts. Processes collect notes independently, so each merges its own into what is stored.
 */
export function mergeActivity(known: WidgetActivity, notes: WidgetActivity): WidgetActivity {
  const places = known.seen.filter(({ origin }) => !notes.seen.some((each) => each.origin === origin));
  const refused = known.refused.filter((each) => !notes.refused.some((other) => isSame(each, other)));
  const counted = notes.refused.map((each) => {
    const before = known.refused.find((other) => isSame(each, other))?.count ?? 0;
    return before === 0 ? each : { ...each, count: before + each.count };
  });
  return {
    lastChatAt: notes.lastChatAt ?? known.lastChatAt,
    seen: [...notes.seen, ...places].slice(0, placesKept),
    refused: [...counted, ...refused].slice(0, refusalsKept),
  };
}

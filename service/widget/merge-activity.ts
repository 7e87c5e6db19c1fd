import type { WidgetActivity } from './activity-schema.js';

/** How many refusals, and how many places, are kept for each widget. */
const refusalsKept = 100;
const placesKept = 50;

export const noActivity: WidgetActivity = { lastChatAt: null, seen: [], refused: [] };

type Refusal = WidgetActivity['refused'][number];
const isSame = (one: Refusal, other: Refusal): boolean =>
  one.origin === other.origin && one.reason === other.reason;

/**
 * What is known of a widget, with later notes added: places and refusals once each, newest first, their counts summed.
 * Processes note independently of each other, so each adds its notes to what is stored.
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

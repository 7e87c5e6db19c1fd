const asides: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };
const turns: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Where a key leads from one of many things that are one stop of the Tab key: by arrows as they stand on the screen, by
 * Home and End to the first and the last. Undefined where it leads nowhere.
 */
export function arrowTarget<Thing extends HTMLElement>(
  key: string,
  from: Thing,
  all: readonly Thing[],
): Thing | undefined {
  if (key === 'Home') return all[0];
  if (key === 'End') return all[all.length - 1];
  const turn = turns[key];
  if (turn) return nearest(from, all, turn);
  const aside = asides[key];
  if (!aside) return undefined;
  return all[all.indexOf(from) + (getComputedStyle(from).direction === 'rtl' ? -aside : aside)];
}

/** Of the next row above (-1) or below (1), the one that is least to the side. */
function nearest<Thing extends HTMLElement>(
  from: Thing,
  all: readonly Thing[],
  turn: 1 | -1,
): Thing | undefined {
  const start = from.getBoundingClientRect();
  const places = all
    .map((thing) => {
      const { top, left } = thing.getBoundingClientRect();
      return { thing, down: (top - start.top) * turn, aside: Math.abs(left - start.left) };
    })
    // What stands beside it may begin a pixel higher.
    .filter(({ down }) => down > start.height / 2);
  places.sort((one, other) => one.down - other.down || one.aside - other.aside);
  return places[0]?.thing;
}

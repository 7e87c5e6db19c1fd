const asides: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };
const turns: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Returns where a key moves the focus within a group that is one stop of the Tab key: arrows move as the elements
 * stand on the screen, Home and End to the first and the last. Undefined if the key does not move it.
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

/** In the next row above (-1) or below (1), the element with the least distance to the side. */
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
    // Elements of one row may begin a pixel apart.
    .filter(({ down }) => down > start.height / 2);
  places.sort((one, other) => one.down - other.down || one.aside - other.aside);
  return places[0]?.thing;
}

// Why: random tests must be repeatable when they find something. Extend with what a plan draws.

/** Random numbers that are the same for the same seed. */
export interface SeededRandom {
  /** From 0 up to, but excluding, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both inclusive. */
  integer(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** The same elements in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Mulberry32 (Tommy Ettinger): 32 bits of state, enough for plans. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: (list) => list[integer(0, list.length - 1)]!,
    shuffle(list) {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = integer(0, index);
        [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
      }
      return shuffled;
    },
  };
}

/** The seed from SEED, or a new one each time. */
export const chosenSeed = (): number => Number(process.env.SEED) || 1 + Math.floor(Math.random() * 999_999);

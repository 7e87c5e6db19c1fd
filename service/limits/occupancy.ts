/** Counts what is open per key. Keys with nothing open take no memory. */
export interface Occupancy {
  /** Whether the key has as many as are allowed. */
  isFull(key: string): boolean;
  /** Counts one more, even if the key is full. */
  enter(key: string): void;
  leave(key: string): void;
  /** What all keys have open. */
  readonly total: number;
  /** The number of keys with anything open. */
  readonly size: number;
}

/** `atMost` is the limit per key; null for none. */
export function createOccupancy(atMost: number | null): Occupancy {
  const open = new Map<string, number>();
  let total = 0;
  const countOf = (key: string): number => open.get(key) ?? 0;

  return {
    isFull: (key) => atMost !== null && countOf(key) >= atMost,
    enter(key) {
      total += 1;
      open.set(key, countOf(key) + 1);
    },
    leave(key) {
      const left = countOf(key) - 1;
      total -= 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    },
    get total() {
      return total;
    },
    get size() {
      return open.size;
    },
  };
}

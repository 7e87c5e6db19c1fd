/** How many of something are open for each key: one number a key, and none for a key that has nothing open. */
export interface Occupancy {
  /** Whether the key has as many as are allowed. */
  isFull(key: string): boolean;
  /** Counts one more, also where the key is full. */
  enter(key: string): void;
  leave(key: string): void;
  /** Keys that have anything open. */
  readonly size: number;
}

/** `atMost` is what one key may have open; null for no limit. */
export function createOccupancy(atMost: number | null): Occupancy {
  const open = new Map<string, number>();
  const countOf = (key: string): number => open.get(key) ?? 0;

  return {
    isFull: (key) => atMost !== null && countOf(key) >= atMost,
    enter: (key) => void open.set(key, countOf(key) + 1),
    leave(key) {
      const left = countOf(key) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    },
    get size() {
      return open.size;
    },
  };
}

/**
 * Admits newcomers one by one, so that open connections are served first, however many new ones wait. Addresses
 * take turns.
 */
export interface Newcomers {
  /** Resolves when it is this address's turn; null if it may continue at once. */
  turn(address: string): Promise<void> | null;
}

/**
 * Admits newcomers in each turn of the event loop, or, with a pause, after each so many milliseconds: the first at once, and
 * `atOnce` of those who wait.
 */
export function createNewcomers({ pause = 0, atOnce = 1 } = {}): Newcomers {
  /** The waiting newcomers by address, in the order of the addresses' turns. */
  const waiting = new Map<string, (() => void)[]>();
  /** Whether a newcomer was admitted just now. */
  let isTaken = false;

  function take(): void {
    isTaken = true;
    if (pause > 0) setTimeout(letNextIn, pause);
    else setImmediate(letNextIn);
  }

  function letNextIn(): void {
    isTaken = false;
    for (let count = 0; count < atOnce && waiting.size > 0; count += 1) {
      if (!isTaken) take();
      next()();
    }
  }

  /** Removes the newcomer whose turn it is. */
  function next(): () => void {
    const [address, own] = waiting.entries().next().value!;
    const first = own.shift()!;
    waiting.delete(address);
    if (own.length > 0) waiting.set(address, own);
    return first;
  }

  return {
    turn(address) {
      if (!isTaken) {
        take();
        return null;
      }
      return new Promise((resolve) => {
        const own = waiting.get(address);
        if (own) own.push(resolve);
        else waiting.set(address, [resolve]);
      });
    },
  };
}

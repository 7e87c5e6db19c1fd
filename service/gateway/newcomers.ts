/**
 * Admits newcomers one by one, so that open connections are served first, however many new ones wait. Addresses
 * take turns.
 */
export interface Newcomers {
  /** Resolves when it is this address's turn; null if it may continue at once. */
  turn(address: string): Promise<void> | null;
}

/** Admits one newcomer in each turn of the event loop, or, with a pause, one in so many milliseconds. */
export function createNewcomers({ pause = 0 } = {}): Newcomers {
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
    const [turn] = waiting;
    if (!turn) return;
    take();
    const [address, own] = turn;
    const next = own.shift()!;
    waiting.delete(address);
    if (own.length > 0) waiting.set(address, own);
    next();
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

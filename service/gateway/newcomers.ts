/**
 * Admits new connections, one in each turn of the event loop, so that open connections are served first,
 * however many new ones wait. Addresses take turns.
 */
export interface Newcomers {
  /** Resolves when it is this address's turn; null if it may continue at once. */
  turn(address: string): Promise<void> | null;
}

export function createNewcomers(): Newcomers {
  /** The waiting connections by address, in the order of the addresses' turns. */
  const waiting = new Map<string, (() => void)[]>();
  /** Whether a connection was admitted in this turn of the event loop. */
  let isTaken = false;

  function take(): void {
    isTaken = true;
    setImmediate(letNextIn);
  }

  function letNextIn(): void {
    isTaken = false;
    const [turn] = waiting;
    if (!turn) return;
    take();
    const [address, [next, ...others]] = turn;
    waiting.delete(address);
    if (others.length > 0) waiting.set(address, others);
    next!();
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

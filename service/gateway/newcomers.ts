/**
 * Lets newcomers in, one in each turn of the event loop: whatever has arrived of those who are in comes first, however
 * many are at the door. Addresses take turns.
 */
export interface Newcomers {
  /** Resolves when it is this address's turn; null where it may go on at once. */
  turn(address: string): Promise<void> | null;
}

export function createNewcomers(): Newcomers {
  /** Those who wait, by address, in the order of the addresses' turns. */
  const waiting = new Map<string, (() => void)[]>();
  /** Somebody was let in in this turn of the event loop. */
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

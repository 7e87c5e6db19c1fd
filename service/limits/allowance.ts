import type { Clock } from '../clock.js';

/**
 * How much of something may happen for a key in a time. In memory now; an implementation that several processes share
 * (PostgreSQL) answers later, hence the promise.
 */
export interface Allowance {
  /**
   * Takes `cost` for the key. Resolves with 0 once it is taken; otherwise nothing is taken, and the milliseconds after
   * which it could be are the answer.
   */
  take(key: string, cost?: number): Promise<number>;
}

export interface AllowanceOptions {
  /** What a key may take at once, and again in each period; null for no limit. */
  amount: number | null;
  /** Milliseconds. */
  period: number;
  /** Keys that are remembered; beyond, the one that was used least recently starts anew. */
  keysAtMost: number;
  clock: Pick<Clock, 'monotonic'>;
}

const unlimited: Allowance = { take: () => Promise.resolve(0) };

/**
 * Counts in this process, by the generic cell rate algorithm (ITU-T I.371): one number a key, the time at which the key
 * will have its whole amount again. A key whose time has passed holds no information and is dropped.
 */
export function createMemoryAllowance(options: AllowanceOptions): Allowance {
  const { amount, period, keysAtMost, clock } = options;
  if (amount === null) return unlimited;
  const wholeAt = new Map<string, number>();

  /** The map is in the order of use, so its first keys are those to give up. */
  function makeRoom(now: number): void {
    for (const [key, at] of wholeAt) {
      if (wholeAt.size < keysAtMost && at > now) return;
      wholeAt.delete(key);
    }
  }

  return {
    take(key, cost = 1) {
      const now = clock.monotonic();
      const next = Math.max(now, wholeAt.get(key) ?? now) + (cost * period) / amount;
      const wait = next - now - period;
      if (wait > 0) return Promise.resolve(wait);
      wholeAt.delete(key);
      makeRoom(now);
      wholeAt.set(key, next);
      return Promise.resolve(0);
    },
  };
}

import type { Clock } from '../../clock.js';
import type { Allowance, OpenAllowance } from '../allowance.js';

export interface LocalAllowancesOptions {
  clock: Pick<Clock, 'monotonic'>;
  /** Keys that each allowance remembers; the default takes about 10 MB. */
  keysAtMost?: number;
}

const unlimited: Allowance = { take: () => Promise.resolve(0) };

/** Creates rate limits in memory. Several users of one allowance act like several processes. */
export const createLocalAllowances = ({
  clock,
  keysAtMost = 100_000,
}: LocalAllowancesOptions): OpenAllowance => {
  const opened = new Map<string, Map<string, number>>();

  return ({ name, amount, period }) => {
    if (amount === null) return unlimited;
    /**
     * The time at which each key has its whole amount again, in the order of use. Keys whose time has passed
     * are dropped.
     */
    const wholeAt = opened.get(name) ?? new Map<string, number>();
    opened.set(name, wholeAt);

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
  };
};

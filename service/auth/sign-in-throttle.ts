import type { Clock } from '../clock.js';

/** Milliseconds to wait after the first failure too many; each further one doubles them. */
const firstWait = 1_000;
const longestWait = 5 * 60_000;
/** Milliseconds after which one failure is forgotten. */
const forgottenAfter = 5 * 60_000;
/** Keys that are remembered; beyond, the one that was used least recently is forgotten. */
const keysAtMost = 10_000;

/**
 * Slows guessing down. An attempt counts as a failure from its beginning, so that many at once are no way around it: after
 * `free` failures each further one doubles the wait of its key.
 */
export interface SignInThrottle {
  /** Milliseconds for which this key has to wait. */
  waitOf(key: string): number;
  /** How many failures are remembered of this key, attempts under way included. */
  countOf(key: string): number;
  /** An attempt begins. */
  count(key: string): void;
  /** An attempt was no failure: it succeeded, or was never made. */
  uncount(key: string): void;
  /** Forgets all failures of this key. */
  forget(key: string): void;
}

export interface SignInThrottleOptions {
  clock: Pick<Clock, 'monotonic'>;
  /** Failures that cost nothing. */
  free: number;
}

interface Failures {
  count: number;
  /** The monotonic time from which the count is, less what is forgotten since. */
  since: number;
  until: number;
}

/** Counts in this process; what several processes share would have to answer later. */
export function createSignInThrottle({ clock, free }: SignInThrottleOptions): SignInThrottle {
  const failures = new Map<string, Failures>();

  function set(key: string, each: Failures): void {
    failures.delete(key);
    if (each.count > 0) failures.set(key, each);
    const oldest = failures.keys().next();
    if (failures.size > keysAtMost && !oldest.done) failures.delete(oldest.value);
  }

  /** What is still remembered of a key. */
  function of(key: string): Failures {
    const now = clock.monotonic();
    const known = failures.get(key) ?? { count: 0, since: now, until: -Infinity };
    const forgotten = Math.floor((now - known.since) / forgottenAfter);
    return {
      count: Math.max(0, known.count - forgotten),
      since: known.since + forgotten * forgottenAfter,
      until: known.until,
    };
  }

  return {
    waitOf: (key) => Math.max(0, (failures.get(key)?.until ?? -Infinity) - clock.monotonic()),
    countOf: (key) => of(key).count,
    count(key) {
      const { count: before, since } = of(key);
      const count = before + 1;
      const wait = count <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (count - free - 1));
      set(key, { count, since: before === 0 ? clock.monotonic() : since, until: clock.monotonic() + wait });
    },
    uncount(key) {
      const known = of(key);
      const count = Math.max(0, known.count - 1);
      set(key, { ...known, count, until: count <= free ? -Infinity : known.until });
    },
    forget: (key) => void failures.delete(key),
  };
}

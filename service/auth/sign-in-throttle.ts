import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';

const firstWait = 1_000;
const longestWait = 5 * 60_000;
/** Names that are remembered at most; beyond, the oldest is forgotten. */
const remembered = 10_000;

/** Slows guessing down: after `free` failures in a row each further one doubles the wait of that name. */
export interface SignInThrottle {
  /** Throws SIGN_IN_THROTTLED while one of these names has to wait. */
  check(...names: string[]): void;
  failed(...names: string[]): void;
  succeeded(...names: string[]): void;
}

export interface SignInThrottleOptions {
  clock: Clock;
  /** Failures in a row that cost nothing. */
  free: number;
}

export function createSignInThrottle({ clock, free }: SignInThrottleOptions): SignInThrottle {
  const failures = new Map<string, { count: number; until: number }>();

  return {
    check(...names) {
      const until = Math.max(0, ...names.map((name) => failures.get(name)?.until ?? 0));
      const seconds = Math.ceil((until - clock.monotonic()) / 1000);
      if (seconds <= 0) return;
      const message = `Too many attempts. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
      throw new ServiceError('SIGN_IN_THROTTLED', { message, retryAfter: seconds });
    },
    failed(...names) {
      for (const name of names) {
        const count = (failures.get(name)?.count ?? 0) + 1;
        const wait = count <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (count - free - 1));
        failures.delete(name);
        failures.set(name, { count, until: clock.monotonic() + wait });
        const oldest = failures.keys().next();
        if (failures.size > remembered && !oldest.done) failures.delete(oldest.value);
      }
    },
    succeeded(...names) {
      for (const name of names) failures.delete(name);
    },
  };
}

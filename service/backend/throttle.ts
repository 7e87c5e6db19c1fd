/** Failed attempts that count together. */
export interface ThrottleKey {
  /** What the key is: an address, a name, a device. Each kind has its own keys, and its own bound in memory. */
  kind: string;
  key: string;
  /** Failures that cost nothing. */
  free: number;
}

/** What became of an attempt. */
export interface ThrottledAttempt {
  /** 0 if the attempt was counted; otherwise the milliseconds for which one of its keys has to wait. */
  wait: number;
  /** Failures of all its keys that were remembered before it, attempts under way included. */
  failures: number;
}

/** The bounds of every {@link Throttle}, in milliseconds. */
export const throttleTimes = {
  /** The wait after the first failure beyond the free ones; each further failure doubles it. */
  firstWait: 1_000,
  longestWait: 5 * 60_000,
  /** How long it takes until one failure is forgotten. */
  forgottenAfter: 5 * 60_000,
};

/**
 * Slows guessing down. An attempt counts as a failure from its beginning, so that many at once are no way around it. An
 * implementation guarantees:
 * - `attempt` counts under every key or under none. Of attempts at once, in whichever processes, each sees those before it.
 * - After `free` failures of a key each further one doubles its wait, within {@link throttleTimes}.
 * - Times are measured by a clock that never goes back. What is remembered of each kind is bounded: keys that were used
 *   least recently are forgotten first.
 */
export interface Throttle {
  /** Counts an attempt unless one of its keys has to wait. */
  attempt(keys: readonly ThrottleKey[]): Promise<ThrottledAttempt>;
  /** A counted attempt was no failure: it succeeded, or was not made. */
  uncount(keys: readonly ThrottleKey[]): Promise<void>;
  /** Forgets all failures of these keys. */
  forget(keys: readonly ThrottleKey[]): Promise<void>;
}

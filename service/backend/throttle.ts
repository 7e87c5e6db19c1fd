/** Failed attempts that count together. */
export interface ThrottleKey {
  /** What the key is: an address, a name, a device. Each kind has its own keys, and its own bound in memory. */
  kind: string;
  key: string;
  /** Failures that cost nothing. */
  free: number;
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
  /** Resolves with 0 once the attempt is counted; otherwise with the milliseconds for which one of the keys has to wait. */
  attempt(keys: readonly ThrottleKey[]): Promise<number>;
  /** A counted attempt was no failure: it succeeded, or was not made. */
  uncount(keys: readonly ThrottleKey[]): Promise<void>;
  /** Forgets all failures of these keys. */
  forget(keys: readonly ThrottleKey[]): Promise<void>;
}

/** A key under which failed attempts are counted. */
export interface ThrottleKey {
  /**
   * The kind of key: an address, a name, a device. Each kind has its own keys, and its own limit in memory.
   */
  kind: string;
  key: string;
  /** Failures without a wait. */
  free: number;
}

/** The result of an attempt. */
export interface ThrottledAttempt {
  /** 0 if the attempt was counted; otherwise the milliseconds that one of its keys has to wait. */
  wait: number;
  /** Remembered failures of all its keys before it, attempts in progress included. */
  failures: number;
}

/** The times of every {@link Throttle}, in milliseconds. */
export const throttleTimes = {
  /** The wait after the first failure beyond `free`; each further failure doubles it. */
  firstWait: 1_000,
  longestWait: 5 * 60_000,
  /** The time after which one failure is forgotten. */
  forgottenAfter: 5 * 60_000,
};

/**
 * Slows down guessing. An attempt counts as a failure from its beginning, so that concurrent attempts can't
 * bypass the limit. An implementation guarantees:
 * - `attempt` counts under all keys or under none. Of concurrent attempts in all processes, each sees those
 *   before it.
 * - After `free` failures of a key, each further one doubles its wait, within {@link throttleTimes}.
 * - Times are measured by a clock that never goes back. Memory is bounded per kind: the least recently used
 *   keys are forgotten first.
 */
export interface Throttle {
  /** Counts an attempt, unless one of its keys has to wait. */
  attempt(keys: readonly ThrottleKey[]): Promise<ThrottledAttempt>;
  /** A counted attempt didn't fail: it succeeded, or was not made. */
  uncount(keys: readonly ThrottleKey[]): Promise<void>;
  /** Forgets all failures of these keys. */
  forget(keys: readonly ThrottleKey[]): Promise<void>;
}

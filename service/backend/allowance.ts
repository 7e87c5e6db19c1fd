/** A rate limit: how much a key may use in a period. */
export interface Allowance {
  /**
   * Takes `cost` for the key. Resolves with 0 if it was taken. Otherwise nothing is taken, and the result is
   * the milliseconds after which it could be.
   */
  take(key: string, cost?: number): Promise<number>;
}

export interface AllowanceOptions {
  /** Unique in the service: allowances of the same name share their counts. */
  name: string;
  /** The amount that a key may use at once, and again in each period; null for no limit. */
  amount: number | null;
  /** Milliseconds. */
  period: number;
}

/**
 * Counts by the generic cell rate algorithm (ITU-T I.371): one number per key, the time at which the key will
 * have its whole amount again. An implementation guarantees:
 * - Concurrent calls of all processes count one after the other: each sees those before it.
 * - Times are measured by a clock that never goes back. Memory is bounded: the least recently used keys start
 *   anew.
 */
export type OpenAllowance = (options: AllowanceOptions) => Allowance;

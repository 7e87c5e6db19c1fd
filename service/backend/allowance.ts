/** How much of something may happen for a key in a time. */
export interface Allowance {
  /**
   * Takes `cost` for the key. Resolves with 0 once it is taken; otherwise nothing is taken, and the answer is the
   * milliseconds after which it could be.
   */
  take(key: string, cost?: number): Promise<number>;
}

export interface AllowanceOptions {
  /** Unique in the service: allowances of one name share their counts. */
  name: string;
  /** What a key may take at once, and again in each period; null for no limit. */
  amount: number | null;
  /** Milliseconds. */
  period: number;
}

/**
 * Counts by the generic cell rate algorithm (ITU-T I.371): one number a key, the time at which the key will have its whole
 * amount again. An implementation guarantees:
 * - Of takers at once, in whichever processes, each sees those before it.
 * - Times are measured by a clock that never goes back. What is remembered is bounded: keys that were used least recently
 *   start anew.
 */
export type OpenAllowance = (options: AllowanceOptions) => Allowance;

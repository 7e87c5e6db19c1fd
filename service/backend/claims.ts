/** One of the places under a name, taken. */
export interface Claim {
  /** How many places are taken under this name, this one included. */
  readonly count: number;
  release(): void;
}

/**
 * Counts what is under way in the whole service: uploads, files that are being sent or removed. An implementation
 * guarantees:
 * - Of takers at once, in whichever processes, no more than `atMost` succeed, and each sees those before it in `count`.
 * - A claim lasts until `release`, or until the end of its process is noticed, within a few seconds.
 */
export interface Claims {
  /** Null if `atMost` places are taken under this name. */
  take(name: string, atMost: number): Promise<Claim | null>;
  /** How many places are taken under this name. */
  count(name: string): Promise<number>;
}

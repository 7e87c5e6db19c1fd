/** One place of a counted resource. */
export interface Claim {
  /** The number of places that are taken under this name, this one included. */
  readonly count: number;
  release(): void;
}

/**
 * Counts what is in progress in the whole service: uploads, and files that are being posted or removed. An
 * implementation guarantees:
 * - Of concurrent calls in all processes, at most `atMost` succeed, and each sees those before it in `count`.
 * - A claim lasts until `release`, or until the end of its process is noticed, within a few seconds.
 */
export interface Claims {
  /** Null if `atMost` places are taken under this name. */
  take(name: string, atMost: number): Promise<Claim | null>;
  /** The number of places that are taken under this name. */
  count(name: string): Promise<number>;
}

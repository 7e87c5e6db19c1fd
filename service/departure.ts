/**
 * The end of this process, announced while it still serves: its parts take on no new work and hand over what they have, so
 * that other processes continue. Everything acknowledged is durable anyway; this only makes the end gentle.
 */
export interface Departure {
  /** Whether this process will end soon: proxies and clients should choose another one. */
  readonly hasBegun: boolean;
  /**
   * Tells every part to hand over within these milliseconds. Resolves when all of them have. Parts are told in the order in
   * which they were added.
   */
  begin(milliseconds: number): Promise<void>;
  /** Adds a part. Its failures don't hinder the end. */
  on(leave: (milliseconds: number) => void | Promise<void>): void;
}

export function createDeparture(): Departure {
  const parts: ((milliseconds: number) => void | Promise<void>)[] = [];
  let hasBegun = false;
  return {
    get hasBegun() {
      return hasBegun;
    },
    async begin(milliseconds) {
      hasBegun = true;
      await Promise.allSettled(parts.map(async (leave) => leave(milliseconds)));
    },
    on: (leave) => void parts.push(leave),
  };
}

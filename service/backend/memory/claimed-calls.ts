/** Calls that exactly one of several receivers handles, in turn. */
export interface ClaimedCalls<Words extends unknown[]> {
  /** Whether anybody would handle a call. */
  readonly hasReceivers: boolean;
  /** Returns the undo. */
  add(receive: (...words: Words) => Promise<void>): () => void;
  /**
   * Calls one receiver, before this returns. Resolves with false if the receiver rejects or there is none, so that
   * the caller repeats the call.
   */
  call(...words: Words): Promise<boolean>;
}

/** Several receivers in one process act like the receivers of several processes. */
export function createClaimedCalls<Words extends unknown[]>(): ClaimedCalls<Words> {
  let receivers: ((...words: Words) => Promise<void>)[] = [];
  let calls = 0;

  return {
    get hasReceivers() {
      return receivers.length > 0;
    },
    add(receive) {
      // Each has an object of its own, because the same function may be added twice.
      const own: typeof receive = (...words) => receive(...words);
      receivers.push(own);
      return () => void (receivers = receivers.filter((each) => each !== own));
    },
    async call(...words) {
      if (receivers.length === 0) return false;
      try {
        await receivers[calls++ % receivers.length]!(...words);
        return true;
      } catch {
        return false;
      }
    },
  };
}

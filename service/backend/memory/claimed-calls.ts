/** Calls that exactly one of several receivers handles, in turn. */
export interface ClaimedCalls<Words extends unknown[]> {
  /** Returns the undo. */
  add(receive: (...words: Words) => Promise<void>): () => void;
  /**
   * Calls one receiver, before this returns. Resolves with false if the receiver rejects, so that the caller
   * repeats the call.
   */
  call(...words: Words): Promise<boolean>;
}

/** Several receivers in one process act like the receivers of several processes. */
export function createClaimedCalls<Words extends unknown[]>(): ClaimedCalls<Words> {
  const receivers: ((...words: Words) => Promise<void>)[] = [];
  let calls = 0;

  return {
    add(receive) {
      receivers.push(receive);
      return () => void receivers.splice(receivers.indexOf(receive), 1);
    },
    async call(...words) {
      try {
        await receivers[calls++ % receivers.length]?.(...words);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Runs a function soon, once for all calls until then. */
export interface CoalescedRun {
  ask(): void;
  /** Cancels a run that was asked for. */
  close(): void;
}

/** Calls `run` at the end of the current turn of the event loop. */
export function createCoalescedRun(run: () => void): CoalescedRun {
  let isAsked = false;
  let isClosed = false;
  return {
    ask() {
      if (isAsked) return;
      isAsked = true;
      setImmediate(() => {
        isAsked = false;
        if (!isClosed) run();
      });
    },
    close() {
      isClosed = true;
    },
  };
}

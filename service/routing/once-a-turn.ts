/** Runs something soon, once for everybody who asks for it until then. */
export interface OnceATurn {
  ask(): void;
  /** What was asked for does not run any more. */
  close(): void;
}

/** Runs `run` at the end of the turn of the event loop in which it was asked for. */
export function createOnceATurn(run: () => void): OnceATurn {
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

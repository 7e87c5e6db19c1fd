/** Runs one thing at a time, and once more for all who asked while it ran. */
export interface Coalesced {
  /** Resolves after a run that began after the call; rejects if that run does. */
  run(): Promise<void>;
  /** Resolves when nothing runs. */
  settled(): Promise<void>;
}

export function createCoalesced(work: () => Promise<void>): Coalesced {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    next = null;
    // In a turn of its own, so that everybody who asks in this one joins.
    running = Promise.resolve()
      .then(work)
      .finally(() => (running = null));
    return running;
  }

  return {
    run() {
      if (!running) return (next ??= Promise.resolve().then(begin));
      return (next ??= running.catch(() => undefined).then(begin));
    },
    async settled() {
      while (running || next) await (next ?? running)!.catch(() => undefined);
    },
  };
}

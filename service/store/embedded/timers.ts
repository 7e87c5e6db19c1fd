import type { Timers } from '../timers.js';

export interface LocalTimersOptions {
  clock?: () => number;
  /** Calls back once, after so many milliseconds; returns the undo. */
  schedule?: (callback: () => void, milliseconds: number) => () => void;
}

/** What `setTimeout` can wait at most; longer waits are made of several. */
const longestWait = 2 ** 31 - 1;

function scheduleTimeout(callback: () => void, milliseconds: number): () => void {
  const timeout = setTimeout(callback, milliseconds);
  return () => clearTimeout(timeout);
}

/**
 * Timers of this process: one timeout for the earliest. They need not survive, because what they are set for is derived
 * from the contacts, and set again after a start.
 */
export function createLocalTimers({
  clock = Date.now,
  schedule = scheduleTimeout,
}: LocalTimersOptions = {}): Timers {
  const times = new Map<string, number>();
  const callbacks = new Set<(id: string) => void>();
  let earliest = Infinity;
  let undo = (): void => undefined;

  function arm(at: number): void {
    undo();
    earliest = at;
    if (at === Infinity) return;
    undo = schedule(fire, Math.min(Math.max(0, at - clock()), longestWait));
  }

  function fire(): void {
    const now = clock();
    const due = [...times].filter(([, at]) => at <= now).map(([id]) => id);
    for (const id of due) times.delete(id);
    arm(earliestOf(times.values()));
    for (const id of due) for (const callback of callbacks) callback(id);
  }

  return {
    set(id, at) {
      times.set(id, at);
      if (at < earliest) arm(at);
    },
    cancel: (id) => void times.delete(id),
    onDue(callback) {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    close() {
      undo();
      times.clear();
    },
  };
}

function earliestOf(times: Iterable<number>): number {
  let earliest = Infinity;
  for (const at of times) if (at < earliest) earliest = at;
  return earliest;
}

import { toMonotonic, type Clock } from '../../clock.js';
import type { Timers } from '../timers.js';

/**
 * Timers of this process: one timeout for the earliest. They need not survive, because what they are set for is derived
 * from the contacts, and set again after a start.
 */
export function createLocalTimers({ clock }: { clock: Clock }): Timers {
  /** By id, the monotonic time of its call. */
  const times = new Map<string, number>();
  const callbacks = new Set<(id: string) => void>();
  let earliest = Infinity;
  let undo = (): void => undefined;

  function arm(at: number): void {
    undo();
    earliest = at;
    if (at === Infinity) return;
    undo = clock.later(Math.max(0, at - clock.monotonic()), fire);
  }

  function fire(): void {
    const now = clock.monotonic();
    const due = [...times].filter(([, at]) => at <= now).map(([id]) => id);
    for (const id of due) times.delete(id);
    arm(earliestOf(times.values()));
    for (const id of due) for (const callback of callbacks) callback(id);
  }

  return {
    set(id, at) {
      const due = toMonotonic(clock, at);
      times.set(id, due);
      if (due < earliest) arm(due);
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

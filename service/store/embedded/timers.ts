import { toMonotonic, type Clock } from '../../clock.js';
import type { Deadline, OnDue, Timers } from '../timers.js';

/** Milliseconds until a call that failed is made again. */
const retryAfter = 5_000;

/** A deadline and the monotonic time at which it comes, fixed when it was set for the first time. */
interface Pending {
  at: number;
  due: number;
}

/**
 * Timers of this process: one timeout for the earliest. They need not survive, because what they are set for is derived
 * from the contacts, and set again after a start.
 */
export function createLocalTimers({ clock }: { clock: Clock }): Timers {
  const pending = new Map<string, Pending[]>();
  const callbacks = new Set<OnDue>();
  let earliest = Infinity;
  let undo = (): void => undefined;
  let isClosed = false;

  function arm(due: number): void {
    undo();
    earliest = due;
    if (due !== Infinity) undo = clock.later(Math.max(0, due - clock.monotonic()), fire);
  }

  function fire(): void {
    const time = clock.monotonic();
    const reached = [...pending]
      .map(([id, each]) => ({ id, reached: each.filter(({ due }) => due <= time).map(({ at }) => at) }))
      .filter((each) => each.reached.length > 0);
    for (const { id } of reached)
      keep(
        id,
        pending.get(id)!.filter(({ due }) => due > time),
      );
    arm(earliestOf(pending.values()));
    for (const each of reached) for (const callback of callbacks) call(callback, each.id, each.reached);
  }

  function call(callback: OnDue, id: string, reached: readonly number[]): void {
    callback(id, reached).catch(() => {
      if (isClosed) return;
      const due = clock.monotonic() + retryAfter;
      const set = pending.get(id) ?? [];
      const missing = reached.filter((at) => !set.some((each) => each.at === at));
      keep(id, [...set, ...missing.map((at) => ({ at, due }))]);
      if (due < earliest) arm(due);
    });
  }

  function keep(id: string, left: Pending[]): void {
    if (left.length === 0) pending.delete(id);
    else pending.set(id, left);
  }

  const dueOf = (id: string, { at, within }: Deadline, fixedAt?: number): number =>
    pending.get(id)?.find((each) => each.at === at)?.due ?? toMonotonic(clock, at, { within, fixedAt });

  return {
    set(id, deadlines, fixedAt) {
      const next = deadlines.map((deadline) => ({ at: deadline.at, due: dueOf(id, deadline, fixedAt) }));
      keep(id, next);
      const due = earliestOf([next]);
      if (due < earliest) arm(due);
    },
    left: (id, deadline) => Math.max(0, dueOf(id, deadline) - clock.monotonic()),
    onDue(callback) {
      callbacks.add(callback);
      return () => void callbacks.delete(callback);
    },
    close() {
      isClosed = true;
      undo();
      pending.clear();
    },
  };
}

function earliestOf(all: Iterable<Pending[]>): number {
  let earliest = Infinity;
  for (const each of all) for (const { due } of each) if (due < earliest) earliest = due;
  return earliest;
}

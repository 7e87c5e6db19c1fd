import { toMonotonic, type Clock } from '../../clock.js';
import type { Deadline } from '../../contact/deadline.js';
import { claimLasts, type OnDue, type Timers } from '../timers.js';

/** Milliseconds until a call that failed is repeated. */
const retryAfter = 5_000;

/** A deadline of an id. Times are monotonic milliseconds. */
interface Pending {
  at: number;
  /** When it comes; fixed when it is set for the first time. */
  due: number;
  /** When it is called for: at `due`, or after a claim or a failure. */
  callAt: number;
  /** The call that has claimed it. */
  claim: object | null;
}

/** Timers that end with the process. */
export interface LocalTimers extends Timers {
  close(): void;
}

/**
 * Timers in memory: one timeout for the earliest. They need not survive, because the core derives the deadlines from the
 * contacts and sets them again after a start. Several receivers stand for several processes: each deadline is called for
 * at one of them, in turn.
 */
export function createLocalTimers({ clock }: { clock: Clock }): LocalTimers {
  const pending = new Map<string, Pending[]>();
  const receivers: OnDue[] = [];
  let earliest = Infinity;
  let undo = (): void => undefined;
  let calls = 0;
  let isClosed = false;

  function arm(time: number): void {
    if (isClosed) return;
    undo();
    earliest = time;
    if (time !== Infinity) undo = clock.later(Math.max(0, time - clock.monotonic()), fire);
  }

  function fire(): void {
    const time = clock.monotonic();
    const due: { id: string; claimed: Pending[]; claim: object }[] = [];
    for (const [id, deadlines] of pending) {
      const claimed = deadlines.filter(({ callAt }) => callAt <= time);
      if (claimed.length === 0) continue;
      const claim = {};
      for (const each of claimed) Object.assign(each, { claim, callAt: time + claimLasts });
      due.push({ id, claimed, claim });
    }
    arm(earliestOf(pending.values()));
    for (const { id, claimed, claim } of due)
      void call(
        id,
        claimed.map(({ at }) => at),
      ).then((isDone) => end(id, claim, isDone));
  }

  /** Whether the call was made to its end. */
  async function call(id: string, reached: readonly number[]): Promise<boolean> {
    const receive = receivers[calls++ % receivers.length];
    try {
      await receive?.(id, reached);
      return receive !== undefined;
    } catch {
      return false;
    }
  }

  /** Removes what the claim stood for, or sets it to be called again. */
  function end(id: string, claim: object, isDone: boolean): void {
    const deadlines = pending.get(id) ?? [];
    if (isDone) {
      keep(
        id,
        deadlines.filter((each) => each.claim !== claim),
      );
      return;
    }
    const callAt = clock.monotonic() + retryAfter;
    const failed = deadlines.filter((each) => each.claim === claim);
    for (const each of failed) Object.assign(each, { claim: null, callAt });
    if (failed.length > 0 && callAt < earliest) arm(callAt);
  }

  function keep(id: string, left: Pending[]): void {
    if (left.length === 0) pending.delete(id);
    else pending.set(id, left);
  }

  const find = (id: string, at: number): Pending | undefined =>
    pending.get(id)?.find((each) => each.at === at);
  const dueOf = (id: string, { at, within }: Deadline): number =>
    find(id, at)?.due ?? toMonotonic(clock, at, within);

  return {
    set(id, deadlines) {
      const next = deadlines.map((deadline): Pending => {
        const { at } = deadline;
        const due = dueOf(id, deadline);
        const known = find(id, at);
        return { at, due, callAt: known?.callAt ?? due, claim: null };
      });
      keep(id, next);
      const time = earliestOf([next]);
      if (time < earliest) arm(time);
    },
    left: (id, deadline) => Math.max(0, dueOf(id, deadline) - clock.monotonic()),
    onDue(receive) {
      receivers.push(receive);
      return () => void receivers.splice(receivers.indexOf(receive), 1);
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
  for (const each of all) for (const { callAt } of each) if (callAt < earliest) earliest = callAt;
  return earliest;
}

import { toMonotonic, type Clock } from '../../clock.js';
import type { Deadline } from '../../contact/deadline.js';
import { claimLasts, type OnDue, type Timers } from '../timers.js';
import { createClaimedCalls } from './claimed-calls.js';

/** Milliseconds until a failed call is repeated. */
const retryAfter = 5_000;

/** A deadline of an id. Times are monotonic milliseconds. */
interface Pending {
  at: number;
  /** The monotonic time of the deadline, fixed when it is first set. */
  due: number;
  /** When the receiver is called: at `due`, or when a claim expires or a failed call is repeated. */
  callAt: number;
  /** The call that has claimed the deadline. */
  claim: object | null;
}

/**
 * Timers in memory: one timeout for the earliest deadline. They need not survive, because the core derives
 * the deadlines from the contacts and sets them again after a start. Several receivers act like several
 * processes.
 */
export class LocalTimers implements Timers {
  readonly #clock: Clock;
  readonly #pending = new Map<string, Pending[]>();
  readonly #calls = createClaimedCalls<Parameters<OnDue>>();
  #earliest = Infinity;
  #undo = (): void => undefined;
  #isClosed = false;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  set(id: string, deadlines: readonly Deadline[], fixedAt?: number): void {
    const next = deadlines.map((deadline): Pending => {
      const { at } = deadline;
      const due = this.#dueOf(id, deadline, fixedAt);
      return { at, due, callAt: this.#find(id, at)?.callAt ?? due, claim: null };
    });
    this.#keep(id, next);
    this.#armBy(earliestOf([next]));
  }

  left(id: string, deadline: Deadline): number {
    return Math.max(0, this.#dueOf(id, deadline) - this.#clock.monotonic());
  }

  onDue(receive: OnDue): () => void {
    return this.#calls.add(receive);
  }

  close(): void {
    this.#isClosed = true;
    this.#undo();
    this.#pending.clear();
  }

  #armBy(time: number): void {
    if (time < this.#earliest) this.#arm(time);
  }

  #arm(time: number): void {
    if (this.#isClosed) return;
    this.#undo();
    this.#earliest = time;
    if (time === Infinity) return;
    this.#undo = this.#clock.later(Math.max(0, time - this.#clock.monotonic()), () => this.#fire());
  }

  #fire(): void {
    const time = this.#clock.monotonic();
    const due: { id: string; reached: number[]; claim: object }[] = [];
    for (const [id, deadlines] of this.#pending) {
      const claimed = deadlines.filter(({ callAt }) => callAt <= time);
      if (claimed.length === 0) continue;
      const claim = {};
      for (const each of claimed) Object.assign(each, { claim, callAt: time + claimLasts });
      due.push({ id, reached: claimed.map(({ at }) => at), claim });
    }
    this.#arm(earliestOf(this.#pending.values()));
    for (const { id, reached, claim } of due)
      void this.#calls.call(id, reached).then((isDone) => this.#end(id, claim, isDone));
  }

  /** Removes the claimed deadlines, or schedules them again. */
  #end(id: string, claim: object, isDone: boolean): void {
    const deadlines = this.#pending.get(id) ?? [];
    if (isDone)
      return this.#keep(
        id,
        deadlines.filter((each) => each.claim !== claim),
      );
    const callAt = this.#clock.monotonic() + retryAfter;
    const failed = deadlines.filter((each) => each.claim === claim);
    for (const each of failed) Object.assign(each, { claim: null, callAt });
    if (failed.length > 0) this.#armBy(callAt);
  }

  #keep(id: string, left: Pending[]): void {
    if (left.length === 0) this.#pending.delete(id);
    else this.#pending.set(id, left);
  }

  #find(id: string, at: number): Pending | undefined {
    return this.#pending.get(id)?.find((each) => each.at === at);
  }

  #dueOf(id: string, { at, within }: Deadline, fixedAt?: number): number {
    return this.#find(id, at)?.due ?? toMonotonic(this.#clock, at, { within, fixedAt });
  }
}

function earliestOf(all: Iterable<Pending[]>): number {
  let earliest = Infinity;
  for (const each of all) for (const { callAt } of each) if (callAt < earliest) earliest = callAt;
  return earliest;
}

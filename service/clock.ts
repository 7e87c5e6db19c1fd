/**
 * The two clocks of a process, and its timers. Everything in the service gets the time from here, so that tests can pass
 * a clock of their own.
 */
export interface Clock {
  /**
   * Wall time, in milliseconds since 1970. The operating system may set it forward or back at any moment: use it for
   * what people read and for deadlines that are stored, never to measure how long something takes.
   */
  now(): number;
  /** Milliseconds since an arbitrary moment of this process. It never goes back: use it for every duration. */
  monotonic(): number;
  /**
   * Calls back once, after so many milliseconds of monotonic time, however many those are. Returns the undo. A process
   * may end before the call.
   */
  later(milliseconds: number, callback: () => void): () => void;
}

/** The clocks of this process. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  later,
};

/** Calls back again and again, each time after so many milliseconds; returns the undo. */
export function every(clock: Clock, milliseconds: number, callback: () => void): () => void {
  let undo = clock.later(milliseconds, call);
  return () => undo();

  function call(): void {
    undo = clock.later(milliseconds, call);
    callback();
  }
}

/** How a wall time is translated by {@link toMonotonic}. */
export interface Translation {
  /** Milliseconds from now, which it is at the latest. */
  within?: number;
  /**
   * What the wall clock showed when the time was fixed, a moment ago: it may have been set since. Left out for a time that
   * was stored by an earlier process.
   */
  fixedAt?: number;
}

/** What the monotonic clock shows when the wall clock, if it is not set meanwhile, shows `wall`. */
export const toMonotonic = (
  clock: Pick<Clock, 'now' | 'monotonic'>,
  wall: number,
  { within = Infinity, fixedAt = clock.now() }: Translation = {},
): number => clock.monotonic() + Math.min(wall - fixedAt, within);

/** The longest delay of `setTimeout` (a signed 32-bit number, 24.8 days); a longer one would fire at once. */
const longestTimeout = 2 ** 31 - 1;

function later(milliseconds: number, callback: () => void): () => void {
  const due = performance.now() + milliseconds;
  let timer = arm();
  return () => clearTimeout(timer);

  function arm(): NodeJS.Timeout {
    const left = due - performance.now();
    if (left <= longestTimeout) return setTimeout(callback, Math.max(0, left)).unref();
    return setTimeout(() => (timer = arm()), longestTimeout).unref();
  }
}

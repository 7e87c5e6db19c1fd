/**
 * The two clocks of a process, and its timers. The service gets the time only from here, so that tests can
 * pass a test clock.
 */
export interface Clock {
  /**
   * Wall time in milliseconds since 1970. It may be set forward or back at any moment: use it for displayed
   * times and stored deadlines, never to measure a duration.
   */
  now(): number;
  /** Milliseconds since an arbitrary moment of this process. It never goes back: use it for durations. */
  monotonic(): number;
  /**
   * Calls back once, after any number of milliseconds of monotonic time. Returns the undo. The timer doesn't
   * keep the process alive.
   */
  later(milliseconds: number, callback: () => void): () => void;
}

/** The clocks of this process. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  later,
};

/** Calls back repeatedly, every so many milliseconds. Returns the undo. */
export function every(clock: Clock, milliseconds: number, callback: () => void): () => void {
  let undo = clock.later(milliseconds, call);
  return () => undo();

  function call(): void {
    undo = clock.later(milliseconds, call);
    callback();
  }
}

/** Options of {@link toMonotonic}. */
export interface Translation {
  /** An upper bound: milliseconds from now. */
  within?: number;
  /**
   * The wall time at which the given time was computed, a moment ago; the wall clock may have been set since.
   * Omit it for a time that an earlier process stored.
   */
  fixedAt?: number;
}

/** The monotonic time at which the wall clock, if it isn't set meanwhile, shows `wall`. */
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

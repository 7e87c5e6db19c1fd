// Why: durations, deadlines and jumps of the wall clock are tested without waiting. Extend with what is added
// to Clock.
import type { Clock } from '../../service/clock.js';
import { noon } from './contact-fixtures.js';

export interface TestClock extends Clock {
  /** Advances both clocks, and calls what is due, in order. */
  pass(milliseconds: number): void;
  /** Sets the wall clock forward, or back for a negative number, without advancing time. */
  jump(milliseconds: number): void;
  /** The number of pending calls. */
  readonly pending: number;
}

/** A clock that stands still until the test moves it. */
export function createTestClock(start = noon): TestClock {
  let timers: { at: number; callback: () => void }[] = [];
  let wall = start;
  // Not zero, as in a process that has run for a while, so that code can't treat "0" as a time in the past.
  let monotonic = 5_000;

  function moveTo(time: number): void {
    wall += time - monotonic;
    monotonic = time;
  }

  return {
    now: () => wall,
    monotonic: () => monotonic,
    later(milliseconds, callback) {
      const timer = { at: monotonic + Math.max(0, milliseconds), callback };
      timers.push(timer);
      return () => void (timers = timers.filter((each) => each !== timer));
    },
    pass(milliseconds) {
      const until = monotonic + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        moveTo(next.at);
        next.callback();
      }
      moveTo(until);
    },
    jump: (milliseconds) => void (wall += milliseconds),
    get pending() {
      return timers.length;
    },
  };
}

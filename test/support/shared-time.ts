// Why: contract suites advance the time of all processes of a backend at once. Extend with what a suite needs
// of the clock.
import { settled } from './settled.js';
import { createTestClock, type TestClock } from './test-clock.js';

export interface SharedTime {
  clock: TestClock;
  /** Advances the time in steps of a second. Work that begins in a step is done before the next. */
  pass(milliseconds: number): Promise<void>;
}

export function createSharedTime(clock = createTestClock()): SharedTime {
  return {
    clock,
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0; left -= 1_000) {
        clock.pass(Math.min(1_000, left));
        await settled();
      }
    },
  };
}

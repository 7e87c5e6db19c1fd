import type { Clock } from '../clock.js';

/** Calls back at a monotonic time; never if it is Infinity. The last time that was set counts. */
export function createAlarm(
  clock: Pick<Clock, 'monotonic' | 'later'>,
  callback: () => void,
): { set(time: number): void } {
  let undo = (): void => undefined;
  return {
    set(time) {
      undo();
      undo = time === Infinity ? () => undefined : clock.later(time - clock.monotonic(), callback);
    },
  };
}

import type { Clock } from '../clock.js';

/** Calls back at a monotonic time, never for Infinity. Setting another time replaces the one before. */
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

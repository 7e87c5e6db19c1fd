import { readProcessorTime, type ProcessorTime } from './processor-time.js';

/** Percent of the machine that other programs may use while results are measured. */
export const otherLoadAtMost = 10;

/** The load of the machine by programs that aren't part of the benchmark. */
export interface OtherLoad {
  /** Percent of the machine since the last call, or since the creation. */
  take(): number;
  /** Whether no part of the measurement was disturbed. Otherwise its results must not be saved. */
  readonly isQuiet: boolean;
}

export function createOtherLoad(read: () => ProcessorTime = readProcessorTime): OtherLoad {
  let last = read();
  let isQuiet = true;

  return {
    take() {
      const now = read();
      const others = now.machine - last.machine - (now.own - last.own);
      const possible = now.possible - last.possible;
      last = now;
      const percent = possible > 0 ? Math.max(0, (100 * others) / possible) : 0;
      if (percent > otherLoadAtMost) isQuiet = false;
      return percent;
    },
    get isQuiet() {
      return isQuiet;
    },
  };
}

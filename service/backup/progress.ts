import { systemClock } from '../clock.js';

/** A command's progress: the current step, the number of finished items, and their total if known. */
export interface Progress {
  /** A plural: `records`, `attachments`. */
  what: string;
  done: number;
  of?: number;
}
export type OnProgress = (progress: Progress) => void;

/** Where progress is displayed: the standard error of the process. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

export interface ProgressLine {
  show: OnProgress;
  /** Ends the line, so that it stays on the terminal. */
  end(): void;
}

/** Milliseconds between two updates: on a terminal, and for a pipe or a file. */
const everyOnTerminal = 100;
const everyPiped = 5_000;
const eraseLine = '\x1b[2K\r';

/** Displays progress: on a terminal in one line that is updated, elsewhere in a few separate lines. */
export function createProgressLine(
  output: ProgressOutput,
  monotonic: () => number = () => systemClock.monotonic(),
): ProgressLine {
  let shownAt = -Infinity;
  let shown: Progress | null = null;

  return {
    show(progress) {
      const isDone = progress.done === progress.of;
      const isNext = progress.what !== shown?.what;
      const isDue = monotonic() - shownAt >= (output.isTTY ? everyOnTerminal : everyPiped);
      if (!isDue && !isDone && !isNext) return;
      if (isNext && shown && output.isTTY) output.write('\n');
      shownAt = monotonic();
      shown = progress;
      output.write(output.isTTY ? `${eraseLine}${textOf(progress)}` : `${textOf(progress)}\n`);
    },
    end() {
      if (shown && output.isTTY) output.write('\n');
    },
  };
}

function textOf({ what, done, of }: Progress): string {
  const count = (number: number): string => number.toLocaleString('en');
  return of === undefined ? `${count(done)} ${what}` : `${count(done)} of ${count(of)} ${what}`;
}

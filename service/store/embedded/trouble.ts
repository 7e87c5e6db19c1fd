import { systemClock } from '../../clock.js';

/** Told of a failure once, with its cause, and `null` once everything works again. */
export type OnTrouble = (cause: unknown) => void;

export interface TroubleOptions {
  /** Tries to commit something; rejects as long as it can't. */
  retry: () => Promise<void>;
  onTrouble: OnTrouble;
  /** Milliseconds on a clock that never goes back; the process's own if left out. */
  monotonic?: () => number;
}

/** Keeps an eye on commits: what fails is tried again every second, whether or not anybody asks for anything. */
export interface Trouble {
  failed(cause: unknown): void;
  succeeded(): void;
  /** Whether a commit went through during the last `milliseconds`, and none has failed since. */
  hasSucceededWithin(milliseconds: number): boolean;
  close(): void;
}

const retryEvery = 1_000;

export function createTrouble({
  retry,
  onTrouble,
  monotonic = () => systemClock.monotonic(),
}: TroubleOptions): Trouble {
  let isInTrouble = false;
  let succeededAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  function tryAgain(): void {
    timer = undefined;
    // A failure is told to `failed`, which sets the next attempt.
    retry().catch(() => undefined);
  }

  return {
    failed(cause) {
      if (!isInTrouble) onTrouble(cause);
      isInTrouble = true;
      timer ??= setTimeout(tryAgain, retryEvery);
    },
    succeeded() {
      succeededAt = monotonic();
      if (!isInTrouble) return;
      isInTrouble = false;
      onTrouble(null);
    },
    hasSucceededWithin: (milliseconds) => !isInTrouble && monotonic() - succeededAt <= milliseconds,
    close: () => clearTimeout(timer),
  };
}

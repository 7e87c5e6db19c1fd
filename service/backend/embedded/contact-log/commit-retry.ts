import { systemClock } from '../../../clock.js';

/** Called with the cause when commits begin to fail, and with `null` when they succeed again. */
export type OnCommitFailure = (cause: unknown) => void;

export interface CommitRetryOptions {
  /** Attempts a commit; rejects if the store can't write. */
  retry: () => Promise<void>;
  onCommitFailure: OnCommitFailure;
  /** Milliseconds of a monotonic clock; the default is the process's. */
  monotonic?: () => number;
}

/** Retries failed commits every second, so that the store recovers without waiting for the next writer. */
export interface CommitRetry {
  failed(cause: unknown): void;
  succeeded(): void;
  /** Whether a commit succeeded during the last `milliseconds` and none has failed since. */
  hasSucceededWithin(milliseconds: number): boolean;
  close(): void;
}

const retryEvery = 1_000;

export function createCommitRetry({
  retry,
  onCommitFailure,
  monotonic = () => systemClock.monotonic(),
}: CommitRetryOptions): CommitRetry {
  let isFailing = false;
  let succeededAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;

  function tryAgain(): void {
    timer = undefined;
    // The commit queue reports a failure to `failed`, which schedules the next attempt.
    retry().catch(() => undefined);
  }

  return {
    failed(cause) {
      if (!isFailing) onCommitFailure(cause);
      isFailing = true;
      timer ??= setTimeout(tryAgain, retryEvery);
    },
    succeeded() {
      succeededAt = monotonic();
      if (!isFailing) return;
      isFailing = false;
      onCommitFailure(null);
    },
    hasSucceededWithin: (milliseconds) => !isFailing && monotonic() - succeededAt <= milliseconds,
    close: () => clearTimeout(timer),
  };
}

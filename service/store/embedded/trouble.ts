/** Told of a failure once, with its cause, and `null` once everything works again. */
export type OnTrouble = (cause: unknown) => void;

export interface TroubleOptions {
  /** Tries to commit something; rejects as long as it can't. */
  retry: () => Promise<void>;
  onTrouble: OnTrouble;
}

/** Keeps an eye on commits: what fails is tried again every second, whether or not anybody asks for anything. */
export interface Trouble {
  failed(cause: unknown): void;
  succeeded(): void;
  close(): void;
}

const retryEvery = 1_000;

export function createTrouble({ retry, onTrouble }: TroubleOptions): Trouble {
  let isInTrouble = false;
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
      if (!isInTrouble) return;
      isInTrouble = false;
      onTrouble(null);
    },
    close: () => clearTimeout(timer),
  };
}

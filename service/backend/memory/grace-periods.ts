import type { Clock } from '../../clock.js';

export interface GracePeriodsOptions {
  clock: Pick<Clock, 'now' | 'monotonic' | 'later'>;
  milliseconds: number;
  /**
   * The grace period of this id is over. It began at `since`, in milliseconds since 1970 by the present wall
   * clock.
   */
  onOver: (id: string, since: number) => void;
}

/** Grace periods of one length: the time within which a lost connection may come back. */
export interface GracePeriods {
  /** Begins a grace period; one that is running continues. */
  begin(id: string): void;
  /** Cancels it without a call. */
  end(id: string): void;
  /** Cancels all of them; no further one begins. */
  close(): void;
}

/** One timer serves all periods: ten thousand customers may lose their connections at once. */
export function createGracePeriods({ clock, milliseconds, onOver }: GracePeriodsOptions): GracePeriods {
  /** When each period ends, in monotonic milliseconds. The earliest is the first, because all have the same length. */
  const ends = new Map<string, number>();
  let undoTimer: (() => void) | null = null;
  let isClosed = false;

  function arm(): void {
    const [earliest] = ends.values();
    if (undoTimer || isClosed || earliest === undefined) return;
    undoTimer = clock.later(Math.max(0, earliest - clock.monotonic()), finish);
  }

  function finish(): void {
    undoTimer = null;
    const now = clock.monotonic();
    for (const [id, end] of ends) {
      if (end > now) break;
      ends.delete(id);
      // Computed from the present wall clock, which may have been set meanwhile: deadlines are counted from
      // this time.
      onOver(id, clock.now() - milliseconds);
    }
    arm();
  }

  function disarm(): void {
    undoTimer?.();
    undoTimer = null;
  }

  return {
    begin(id) {
      if (isClosed || ends.has(id)) return;
      ends.set(id, clock.monotonic() + milliseconds);
      arm();
    },
    end(id) {
      ends.delete(id);
      if (ends.size === 0) disarm();
    },
    close() {
      isClosed = true;
      ends.clear();
      disarm();
    },
  };
}

import type { Clock } from '../../clock.js';

export interface GracePeriodsOptions {
  clock: Pick<Clock, 'now' | 'later'>;
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

export function createGracePeriods({ clock, milliseconds, onOver }: GracePeriodsOptions): GracePeriods {
  const undos = new Map<string, () => void>();
  let isClosed = false;

  return {
    begin(id) {
      if (isClosed || undos.has(id)) return;
      const undo = clock.later(milliseconds, () => {
        undos.delete(id);
        // Computed from the present wall clock, which may have been set meanwhile: deadlines are counted from
        // this time.
        onOver(id, clock.now() - milliseconds);
      });
      undos.set(id, undo);
    },
    end(id) {
      undos.get(id)?.();
      undos.delete(id);
    },
    close() {
      isClosed = true;
      undos.forEach((undo) => undo());
      undos.clear();
    },
  };
}

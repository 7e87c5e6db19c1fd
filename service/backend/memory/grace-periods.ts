import type { Clock } from '../../clock.js';

export interface GracePeriodsOptions {
  clock: Pick<Clock, 'now' | 'later'>;
  milliseconds: number;
  /** The grace period of this id is over; it began at `since`, in milliseconds since 1970 by the wall clock as it is then. */
  onOver: (id: string, since: number) => void;
}

/** Grace periods of one length: somebody who lost the connection has that long to come back. */
export interface GracePeriods {
  /** Begins one; where one is running, it goes on as it is. */
  begin(id: string): void;
  /** Ends it without a call. */
  end(id: string): void;
  /** Ends all of them; no other begins. */
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
        // By the wall clock as it is now: deadlines are counted from this, and it may have been set meanwhile.
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

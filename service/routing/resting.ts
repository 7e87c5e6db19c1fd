import type { Clock } from '../clock.js';

/** Ids that routing leaves alone for a while, because its view of them was wrong. */
export interface Resting {
  has(id: string): boolean;
  begin(id: string): void;
  /** What is known of the id is new: it need not rest any longer. */
  end(id: string): void;
  /** Ends all of them; no other begins. */
  close(): void;
}

export interface RestingOptions {
  clock: Pick<Clock, 'later'>;
  milliseconds: number;
  /** Called when an id has rested. */
  onOver: () => void;
}

export function createResting({ clock, milliseconds, onOver }: RestingOptions): Resting {
  const undos = new Map<string, () => void>();
  let isClosed = false;

  function end(id: string): void {
    undos.get(id)?.();
    undos.delete(id);
  }

  return {
    has: (id) => undos.has(id),
    begin(id) {
      if (isClosed) return;
      end(id);
      const undo = clock.later(milliseconds, () => {
        undos.delete(id);
        onOver();
      });
      undos.set(id, undo);
    },
    end,
    close() {
      isClosed = true;
      for (const id of [...undos.keys()]) end(id);
    },
  };
}

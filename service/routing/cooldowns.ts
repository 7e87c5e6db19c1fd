import type { Clock } from '../clock.js';

/** Ids that routing skips for a while, because its information about them was outdated. */
export interface Cooldowns {
  has(id: string): boolean;
  begin(id: string): void;
  /** There is new information about the id, so its cooldown ends. */
  end(id: string): void;
  /** Ends all cooldowns; no other starts. */
  close(): void;
}

export interface CooldownsOptions {
  clock: Pick<Clock, 'later'>;
  milliseconds: number;
  /** Called when a cooldown is over. */
  onOver: () => void;
}

export function createCooldowns({ clock, milliseconds, onOver }: CooldownsOptions): Cooldowns {
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

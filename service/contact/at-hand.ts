/** Things by id that are made when they are asked for, and forgotten when nobody has asked for a while. */
export interface AtHand<T> {
  of(id: string): T;
  forget(id: string): void;
  /** Forgets what was not asked for since the last time, and is idle. */
  tidy(): void;
  readonly size: number;
}

interface Held<T> {
  thing: T;
  isUsed: boolean;
}

/**
 * A mark on each says whether it was used since it was last looked at, so that using one costs a look-up and nothing
 * else. Where more than `atMost` are held it tidies by itself.
 */
export function createAtHand<T extends { readonly isIdle: boolean }>(
  atMost: number,
  create: (id: string) => T,
): AtHand<T> {
  const held = new Map<string, Held<T>>();

  function tidy(): void {
    for (const [id, each] of held) {
      if (each.isUsed) each.isUsed = false;
      else if (each.thing.isIdle) held.delete(id);
    }
  }

  return {
    of(id) {
      const known = held.get(id);
      if (known) {
        known.isUsed = true;
        return known.thing;
      }
      if (held.size >= atMost) tidy();
      const thing = create(id);
      held.set(id, { thing, isUsed: true });
      return thing;
    },
    forget: (id) => void held.delete(id),
    tidy,
    get size() {
      return held.size;
    },
  };
}

/** A cache of objects by id. It creates them on demand and drops those that are idle and not used for a while. */
export interface IdleCache<T> {
  /** The object of this id, created if the cache has none. */
  of(id: string): T;
  forget(id: string): void;
  /** Drops every object that is idle and was not used since the last call. */
  tidy(): void;
  readonly size: number;
}

interface Cached<T> {
  object: T;
  isUsed: boolean;
}

/**
 * Each object carries a "used" flag that `tidy` resets (the clock algorithm), so that a use costs one look-up. The cache
 * tidies by itself when it holds `atMost` objects.
 */
export function createIdleCache<T extends { readonly isIdle: boolean }>(
  atMost: number,
  create: (id: string) => T,
): IdleCache<T> {
  const cached = new Map<string, Cached<T>>();

  function tidy(): void {
    for (const [id, each] of cached) {
      if (each.isUsed) each.isUsed = false;
      else if (each.object.isIdle) cached.delete(id);
    }
  }

  return {
    of(id) {
      const known = cached.get(id);
      if (known) {
        known.isUsed = true;
        return known.object;
      }
      if (cached.size >= atMost) tidy();
      const object = create(id);
      cached.set(id, { object, isUsed: true });
      return object;
    },
    forget: (id) => void cached.delete(id),
    tidy,
    get size() {
      return cached.size;
    },
  };
}

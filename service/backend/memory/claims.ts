import type { Claims } from '../claims.js';

/**
 * Claims in memory: one number per name; a name without claims takes no memory. Several users act like
 * several processes.
 */
export function createLocalClaims(): Claims {
  const taken = new Map<string, number>();
  const add = (name: string, change: 1 | -1): number => {
    const count = (taken.get(name) ?? 0) + change;
    if (count > 0) taken.set(name, count);
    else taken.delete(name);
    return count;
  };

  return {
    async take(name, atMost) {
      if ((taken.get(name) ?? 0) >= atMost) return null;
      let isReleased = false;
      return {
        count: add(name, 1),
        release() {
          if (!isReleased) add(name, -1);
          isReleased = true;
        },
      };
    },
    count: async (name) => taken.get(name) ?? 0,
  };
}

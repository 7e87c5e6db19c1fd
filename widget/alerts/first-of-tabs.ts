/** Milliseconds in which every tab has asked. */
const asked = 1_000;

/**
 * Whether this tab is the first to ask for a name: two windows may both be in front, and what one writes into the shared
 * storage reaches the other too late. A lock (Web Locks, in browsers since 2022) is only ever had by one; elsewhere
 * everyone is first.
 */
export function firstOfTabs(name: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the others have asked, too.
        return lock && new Promise((letGo) => setTimeout(letGo, asked));
      })
      .catch(() => resolve(true));
  });
}

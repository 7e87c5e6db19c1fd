/** Milliseconds in which all tabs have asked. */
const asked = 1_000;

/**
 * Whether this tab is the first to ask for a name. Two windows may both be in the foreground, and what one writes to
 * the shared storage reaches the other too late, so a lock decides (Web Locks, in browsers since 2022). Without locks
 * every tab is the first.
 */
export function firstOfTabs(name: string): Promise<boolean> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // Held until the other tabs have asked.
        return lock && new Promise((letGo) => setTimeout(letGo, asked));
      })
      .catch(() => resolve(true));
  });
}

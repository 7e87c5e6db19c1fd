/** What a conversation is told of its page. */
export interface PageFollower {
  /** The page came to the front, or left it. */
  onSeen(): void;
  /** The browser found or lost its network. */
  onNetwork(): void;
  /** Called every 1.5 seconds: the time to look for what no socket tells. */
  onLook(): void;
  /** Called every second: a countdown goes on. */
  onSecond(): void;
}

/** Milliseconds between two looks. */
const lookedEvery = 1_500;

const networkChanges = ['online', 'offline'] as const;

/** Follows the page until the undo is called, which it returns. */
export function followPage({ onSeen, onNetwork, onLook, onSecond }: PageFollower): () => void {
  document.addEventListener('visibilitychange', onSeen);
  for (const change of networkChanges) addEventListener(change, onNetwork);
  const timers = [setInterval(onLook, lookedEvery), setInterval(onSecond, 1_000)];
  return () => {
    document.removeEventListener('visibilitychange', onSeen);
    for (const change of networkChanges) removeEventListener(change, onNetwork);
    timers.forEach(clearInterval);
  };
}

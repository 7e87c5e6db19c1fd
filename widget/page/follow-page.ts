import { listen } from './listen.js';

/** What a conversation is told about its page. */
export interface PageFollower {
  /** The page came to the foreground, or left it. */
  onSeen(): void;
  /** The browser went online or offline. */
  onNetwork(): void;
  /** Called every 1.5 seconds, to poll for what no socket reports. */
  onLook(): void;
  /** Called every second, to update a countdown. */
  onSecond(): void;
}

/** Milliseconds between two polls. */
const pollInterval = 1_500;

/** Follows the page. Returns a function that stops it. */
export function followPage({ onSeen, onNetwork, onLook, onSecond }: PageFollower): () => void {
  const undos = [
    listen(document, ['visibilitychange'], onSeen),
    listen(window, ['online', 'offline'], onNetwork),
  ];
  const timers = [setInterval(onLook, pollInterval), setInterval(onSecond, 1_000)];
  return () => {
    undos.forEach((undo) => undo());
    timers.forEach(clearInterval);
  };
}

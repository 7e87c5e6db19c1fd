import { wallTime } from './wall-time.js';

/** What the client needs of its environment: a page by default, Node or a test by choice. */
export interface Environment {
  WebSocket: new (url: string) => WebSocketLike;
  /**
   * Milliseconds since 1970. The device's clock may be changed at any time: use it for times that people read, not
   * for durations.
   */
  now(): number;
  /** Milliseconds since an arbitrary moment, never going back: for durations. */
  monotonic(): number;
  /** A random number from 0 (included) to 1 (excluded). */
  random(): number;
  /** Calls back once after this many milliseconds. Returns a function that cancels it. */
  later(milliseconds: number, callback: () => void): () => void;
  /** Returns a random text of 256 bits, in base64url. */
  secret(): string;
  /**
   * Calls `back` when the network or the page is back: a delay should end, and an open connection should be checked.
   * Calls `away` when the page enters the back/forward cache. Returns a function that stops it.
   */
  onReturn(back: () => void, away?: () => void): () => void;
}

/** The members of `WebSocket` that the client uses. A `close` event follows every `error`, and tells as much. */
export interface WebSocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason?: string }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** The environment of the current page. It works in Node too, where `back` and `away` are never called. */
export function pageEnvironment(): Environment {
  return {
    WebSocket: (globalThis as unknown as { WebSocket: Environment['WebSocket'] }).WebSocket,
    now: wallTime,
    monotonic: () => performance.now(),
    random: () => Math.random(),
    later(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    secret,
    onReturn,
  };
}

function secret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function onReturn(back: () => void, away?: () => void): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const whenVisible = (): void => {
    if (document.visibilityState === 'visible') back();
  };
  const whenKept = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) away?.();
  };
  // `pageshow` comes without visibilitychange when a page returns from the back/forward cache.
  const listeners: [EventTarget, string, (event: never) => void][] = [
    [window, 'online', back],
    [window, 'pageshow', back],
    [window, 'pagehide', whenKept],
    [document, 'visibilitychange', whenVisible],
  ];
  listeners.forEach(([target, name, listener]) => target.addEventListener(name, listener as EventListener));
  return () =>
    listeners.forEach(([target, name, listener]) =>
      target.removeEventListener(name, listener as EventListener),
    );
}

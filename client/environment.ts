import { wallTime } from './wall-time.js';

/** What the client needs of the place it runs in: a browser's page by default, Node or a test by choice. */
export interface Environment {
  WebSocket: new (url: string) => WebSocketLike;
  /** Milliseconds since 1970. The device's clock may be set at any moment: for what people read, never for durations. */
  now(): number;
  /** Milliseconds since an arbitrary moment. It never goes back: for every duration. */
  monotonic(): number;
  /** From 0 up to, but without, 1. */
  random(): number;
  /** Calls back once after so many milliseconds; returns the undo. */
  later(milliseconds: number, callback: () => void): () => void;
  /** Random text of 256 bits, in letters of URLs. */
  secret(): string;
  /**
   * Calls `back` when the network or the page came back, so that waiting or trusting is no longer right, and `away` when
   * the page is put aside and may come back as it is; returns the undo.
   */
  onReturn(back: () => void, away?: () => void): () => void;
}

/** The part of a browser's WebSocket that is used. */
export interface WebSocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

/** The page that this code runs in; works in Node too, where nothing ever returns. */
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

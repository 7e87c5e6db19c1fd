import type { Occupancy } from '../limits/occupancy.js';

/** The operations on any open socket. */
export interface OpenSocket {
  beat(): void;
  sendText(text: string): void;
  /** `after`: milliseconds that the client should wait before it reconnects. */
  close(name: 'SERVICE_RESTARTING' | 'SESSION_ENDED', after?: number): void;
}

/** The owner of a socket, and the counter of its place. */
export interface SocketOwner {
  /** An agent's or a widget's id. */
  owner: string;
  /** The client's `addressKey`, for limits. */
  address: string;
  /** Counts this socket until it is closed. */
  places: Occupancy;
}

/** All open sockets, also by agent or widget. */
export interface OpenSockets {
  /** Adds a socket. Returns a function that removes it, to be called when it is closed. */
  keep(link: OpenSocket, of: SocketOwner): () => void;
  /** The sockets of one agent or widget. */
  of(owner: string): Iterable<OpenSocket>;
  all(): Iterable<OpenSocket>;
}

export function createOpenSockets(): OpenSockets {
  const every = new Set<OpenSocket>();
  /** Empty sets stay: there are only as many as agents and widgets. */
  const owned = new Map<string, Set<OpenSocket>>();

  return {
    keep(link, { owner, address, places }) {
      const own = owned.get(owner) ?? new Set();
      owned.set(owner, own);
      for (const set of [every, own]) set.add(link);
      places.enter(address);
      return () => {
        places.leave(address);
        for (const set of [every, own]) set.delete(link);
      };
    },
    of: (owner) => owned.get(owner) ?? [],
    all: () => every,
  };
}

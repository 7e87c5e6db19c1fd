import type { Occupancy } from '../limits/occupancy.js';

/** What can be done to any socket that is open. */
export interface OpenSocket {
  beat(): void;
  sendText(text: string): void;
  close(name: 'SERVICE_RESTARTING' | 'SESSION_ENDED'): void;
}

/** Whose a socket is, and what counts it. */
export interface SocketOwner {
  /** An agent's or a widget's id. */
  owner: string;
  /** Under which key limits count the client's address. */
  address: string;
  /** Has a place for this socket until it is closed. */
  places: Occupancy;
}

/** Every open socket, also by the agent or the widget that it is of. */
export interface OpenSockets {
  /** Returns what forgets it, for when it is closed. */
  keep(link: OpenSocket, of: SocketOwner): () => void;
  /** The sockets of one agent or widget. */
  of(owner: string): Iterable<OpenSocket>;
  all(): Iterable<OpenSocket>;
}

export function createOpenSockets(): OpenSockets {
  const every = new Set<OpenSocket>();
  /** Emptied sets stay: there are as many as there are agents and widgets. */
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

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
  add(link: OpenSocket, owner: SocketOwner): void;
  /** Removes a socket that was closed. */
  remove(link: OpenSocket): void;
  /**
   * The same id, as one text for all sockets: a parameter of a route is a part of its request's address, which V8 would
   * keep for each of them.
   */
  ownerId(id: string): string;
  /** The sockets of one agent or widget. */
  of(owner: string): Iterable<OpenSocket>;
  all(): Iterable<OpenSocket>;
}

interface Owned {
  id: string;
  links: Set<OpenSocket>;
}

export function createOpenSockets(): OpenSockets {
  const owners = new Map<OpenSocket, SocketOwner>();
  /** Owners without sockets stay: there are only as many as agents and widgets. */
  const owned = new Map<string, Owned>();

  function ownedBy(id: string): Owned {
    const known = owned.get(id) ?? { id, links: new Set() };
    owned.set(id, known);
    return known;
  }

  return {
    add(link, of) {
      owners.set(link, of);
      ownedBy(of.owner).links.add(link);
      of.places.enter(of.address);
    },
    remove(link) {
      const of = owners.get(link);
      // Sockets that were turned away were never added.
      if (!of) return;
      owners.delete(link);
      ownedBy(of.owner).links.delete(link);
      of.places.leave(of.address);
    },
    ownerId: (id) => ownedBy(id).id,
    of: (owner) => owned.get(owner)?.links ?? [],
    all: () => owners.keys(),
  };
}

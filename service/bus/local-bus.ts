import type { Bus } from './bus.js';

export interface LocalBusOptions {
  /** Told of a receiver that threw; the others are not harmed by it. */
  onError: (error: unknown) => void;
}

/** The bus of one process: every message arrives before `publish` returns. */
export function createLocalBus<Topics extends Record<string, unknown>>({
  onError,
}: LocalBusOptions): Bus<Topics> {
  const receivers = new Map<string, Set<(message: never) => void>>();
  const nameOf = (kind: string, id: string): string => `${kind} ${id}`;

  return {
    publish(kind, id, message) {
      const here = receivers.get(nameOf(kind, id));
      if (!here) return;
      // A copy: whoever is called may subscribe or leave.
      for (const receive of [...here]) {
        if (!here.has(receive)) continue;
        try {
          (receive as (message: unknown) => void)(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(kind, id, receive) {
      const name = nameOf(kind, id);
      const here = receivers.get(name) ?? new Set();
      receivers.set(name, here);
      // A function of its own, so that the same receiver may subscribe twice and leave once.
      const own = (message: never): void => receive(message);
      here.add(own);
      return () => {
        here.delete(own);
        if (here.size === 0 && receivers.get(name) === here) receivers.delete(name);
      };
    },
  };
}

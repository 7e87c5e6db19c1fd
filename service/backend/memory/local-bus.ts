import type { Bus } from '../bus.js';

export interface LocalBusOptions {
  /** Told of a receiver that threw; the others are not harmed by it. */
  onError: (error: unknown) => void;
}

interface Subscription {
  receive: (message: never) => void;
  hasLeft: boolean;
}

/** The bus of one process: every message arrives before `publish` returns. */
export function createLocalBus<Topics extends Record<string, unknown>>({
  onError,
}: LocalBusOptions): Bus<Topics> {
  // Each list is replaced, never changed: whoever is called may subscribe or leave.
  const topics = new Map<string, Map<string, readonly Subscription[]>>();
  const topicsOf = (kind: string): Map<string, readonly Subscription[]> => {
    const known = topics.get(kind) ?? new Map<string, readonly Subscription[]>();
    topics.set(kind, known);
    return known;
  };

  return {
    publish(kind, id, message) {
      for (const subscription of topics.get(kind)?.get(id) ?? []) {
        if (subscription.hasLeft) continue;
        try {
          (subscription.receive as (message: unknown) => void)(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(kind, id, receive) {
      const subscriptions = topicsOf(kind);
      const own: Subscription = { receive, hasLeft: false };
      subscriptions.set(id, [...(subscriptions.get(id) ?? []), own]);
      return () => {
        if (own.hasLeft) return;
        own.hasLeft = true;
        const others = subscriptions.get(id)!.filter((each) => each !== own);
        if (others.length > 0) subscriptions.set(id, others);
        else subscriptions.delete(id);
      };
    },
  };
}

import type { Bus, Subscriber } from '../bus.js';

export interface LocalBusOptions {
  /** Called with the exceptions of subscribers. */
  onError: (error: unknown) => void;
}

interface Subscription {
  subscriber: Subscriber<never>;
  hasLeft: boolean;
}

/** The bus of one process: it is live at once, is never interrupted, and loses nothing. */
export function createLocalBus<Topics extends Record<string, unknown>>({
  onError,
}: LocalBusOptions): Bus<Topics> {
  // Lists are replaced instead of changed, because subscribers may come and go during a delivery.
  const topics = new Map<string, Map<string, readonly Subscription[]>>();
  const topicsOf = (kind: string): Map<string, readonly Subscription[]> => {
    const known = topics.get(kind) ?? new Map<string, readonly Subscription[]>();
    topics.set(kind, known);
    return known;
  };

  return {
    publish(kind, id, message) {
      for (const { subscriber, hasLeft } of topics.get(kind)?.get(id) ?? []) {
        if (hasLeft) continue;
        try {
          (subscriber as Subscriber<unknown>).receive(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(kind, id, subscriber) {
      const subscriptions = topicsOf(kind);
      const own: Subscription = { subscriber, hasLeft: false };
      subscriptions.set(id, [...(subscriptions.get(id) ?? []), own]);
      subscriber.live?.();
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

import type { Bus, Subscriber } from '../bus.js';

export interface LocalBusOptions {
  /** Called with the exceptions of subscribers. */
  onError: (error: unknown) => void;
}

/** The bus of one process: it is live at once, is never interrupted, and loses nothing. */
export function createLocalBus<Topics extends Record<string, unknown>>({
  onError,
}: LocalBusOptions): Bus<Topics> {
  // Lists are replaced instead of changed, because subscribers may come and go during a delivery.
  const topics = new Map<string, Map<string, readonly Subscriber<never>[]>>();
  const topicsOf = (kind: string): Map<string, readonly Subscriber<never>[]> => {
    const known = topics.get(kind) ?? new Map<string, readonly Subscriber<never>[]>();
    topics.set(kind, known);
    return known;
  };

  return {
    publish(kind, id, message) {
      const subscriptions = topicsOf(kind);
      const subscribers = subscriptions.get(id) ?? [];
      for (const subscriber of subscribers) {
        const present = subscriptions.get(id);
        // If the list was replaced meanwhile, this subscriber may have left.
        if (present !== subscribers && !present?.includes(subscriber)) continue;
        try {
          (subscriber as Subscriber<unknown>).receive(message);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(kind, id, subscriber) {
      const subscriptions = topicsOf(kind);
      subscriptions.set(id, [...(subscriptions.get(id) ?? []), subscriber]);
      subscriber.live?.();
      let hasLeft = false;
      return () => {
        if (hasLeft) return;
        hasLeft = true;
        const all = subscriptions.get(id)!;
        const others = all.toSpliced(all.indexOf(subscriber), 1);
        if (others.length > 0) subscriptions.set(id, others);
        else subscriptions.delete(id);
      };
    },
  };
}

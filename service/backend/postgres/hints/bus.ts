import type { Bus, Subscriber } from '../../bus.js';
import { createLocalBus } from '../../memory/local-bus.js';
import type { HintLine } from './hint-line.js';

/** A message of the bus on its way to other processes. */
interface BusHint {
  type: 'bus';
  kind: string;
  id: string;
  message: unknown;
}

export interface PostgresBusOptions {
  line: HintLine;
  /** Called with what a subscriber has thrown. */
  onError: (error: unknown) => void;
}

/** The bus of several processes: a local one, whose messages also travel as hints. */
export function createPostgresBus<Topics extends Record<string, unknown>>({
  line,
  onError,
}: PostgresBusOptions): Bus<Topics> {
  const local = createLocalBus<Topics>({ onError });
  const subscribers = new Set<Subscriber<never>>();
  const tell = (call: (subscriber: Subscriber<never>) => void): void => {
    for (const each of subscribers)
      try {
        call(each);
      } catch (error) {
        onError(error);
      }
  };

  line.on('hint', (hint) => {
    const { type, kind, id, message } = hint as BusHint;
    if (type === 'bus') local.publish(kind, id, message as Topics[string]);
  });
  line.on('live', () => tell((subscriber) => subscriber.live?.()));
  line.on('interrupted', () => tell((subscriber) => subscriber.interrupted?.()));

  return {
    publish(kind, id, message) {
      local.publish(kind, id, message);
      line.send({ type: 'bus', kind, id, message } satisfies BusHint);
    },
    subscribe(kind, id, subscriber) {
      // Each subscription has an object of its own, because the same subscriber may subscribe twice.
      const own: Subscriber<never> = {
        receive: () => undefined,
        live: () => subscriber.live?.(),
        interrupted: () => subscriber.interrupted?.(),
      };
      subscribers.add(own);
      if (line.isLive) subscriber.live?.();
      const leave = local.subscribe(kind, id, { receive: (message) => subscriber.receive(message) });
      return () => {
        subscribers.delete(own);
        leave();
      };
    },
  };
}

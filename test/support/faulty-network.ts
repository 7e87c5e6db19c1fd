// Why: hints between processes may be lost, duplicated, delayed and reordered, and nothing may depend on
// them. Extend with faults that a real bus has.
import type { Bus, Subscriber } from '../../service/backend/bus.js';
import { createLocalBus } from '../../service/backend/memory/local-bus.js';
import type { Clock } from '../../service/clock.js';
import type { SeededRandom } from './seeded-random.js';

/** The faults of messages between processes, each from 0 to 1. They may be changed at any time. */
export interface NetworkFaults {
  lost: number;
  twice: number;
  late: number;
  /** Milliseconds by which a delayed message may be late: later ones overtake it. */
  lateness: number;
}

export interface FaultyNetwork<Topics extends Record<string, unknown>> {
  faults: NetworkFaults;
  /** The bus of another process. */
  join(): Bus<Topics>;
  /**
   * Disconnects a process, numbered in the order of joining, until the undo is called. Messages in between
   * are lost.
   */
  interrupt(process: number): () => void;
}

export const noFaults = (): NetworkFaults => ({ lost: 0, twice: 0, late: 0, lateness: 0 });

interface Process<Topics extends Record<string, unknown>> {
  bus: Bus<Topics>;
  subscribers: Set<Subscriber<never>>;
  isCutOff: boolean;
}

export function createFaultyNetwork<Topics extends Record<string, unknown>>({
  clock,
  random,
  onError,
}: {
  clock: Pick<Clock, 'later'>;
  random: SeededRandom;
  onError: (error: unknown) => void;
}): FaultyNetwork<Topics> {
  const processes: Process<Topics>[] = [];
  const network: FaultyNetwork<Topics> = { faults: noFaults(), join, interrupt };
  return network;

  function join(): Bus<Topics> {
    const own: Process<Topics> = {
      bus: createLocalBus<Topics>({ onError }),
      subscribers: new Set(),
      isCutOff: false,
    };
    processes.push(own);
    return {
      publish(kind, id, message) {
        own.bus.publish(kind, id, message);
        for (const other of processes) {
          if (other === own || own.isCutOff) continue;
          const copies = random.next() < network.faults.twice ? 2 : 1;
          for (let copy = 0; copy < copies; copy += 1)
            // Cloned, because processes share no objects.
            send(other, () => other.bus.publish(kind, id, structuredClone(message)));
        }
      },
      subscribe(kind, id, subscriber) {
        own.subscribers.add(subscriber);
        const leave = own.bus.subscribe(kind, id, subscriber);
        return () => {
          own.subscribers.delete(subscriber);
          leave();
        };
      },
    };
  }

  function send(to: Process<Topics>, deliver: () => void): void {
    const { lost, late, lateness } = network.faults;
    if (random.next() < lost) return;
    const delay = random.next() < late ? random.integer(1, lateness) : 0;
    clock.later(delay, () => {
      if (!to.isCutOff) deliver();
    });
  }

  function interrupt(index: number): () => void {
    const process = processes[index]!;
    process.isCutOff = true;
    for (const subscriber of [...process.subscribers]) subscriber.interrupted?.();
    return () => {
      process.isCutOff = false;
      for (const subscriber of [...process.subscribers]) subscriber.live?.();
    };
  }
}

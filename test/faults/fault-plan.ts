import { createSeededRandom, type SeededRandom } from '../support/seeded-random.js';

/**
 * Some connections are faulty for a while; `amount` is in bytes (cut), milliseconds (delay) or bytes per
 * second (limit).
 */
export interface NetworkFault {
  kind: 'drop' | 'stall' | 'cut' | 'delay' | 'limit';
  share: number;
  amount: number;
  milliseconds: number;
}

/** Pages are closed without notice, and opened again after a while. */
export interface Vanishing {
  kind: 'visitors vanish' | 'agents vanish';
  share: number;
  milliseconds: number;
}

/** A fault of the service, its network, or its clients. */
export type Fault =
  /** The process is killed with SIGKILL, and started again. */
  | { kind: 'kill' }
  /** The process is stopped with SIGSTOP for so many milliseconds: for it, no time has passed. */
  | { kind: 'freeze'; milliseconds: number }
  | NetworkFault
  | Vanishing;

export type FaultKind = Fault['kind'];

/** A part of a plan: chats are started and messages sent, and meanwhile a fault occurs. */
export interface Step {
  starts: number;
  messages: number;
  /** Milliseconds from sending the last message to the fault. */
  wait: number;
  fault: Fault;
}

/** The size of one run. */
export interface Measure {
  seed: number;
  chats: number;
  messages: number;
  kills: number;
  networkFaults: number;
  freezes: number;
  vanishings: number;
}

/** Half of the chats start before the first fault. */
export const startedBefore = (chats: number): number => Math.ceil(chats / 2);

/** The plan of a run; the same for the same measure. */
export function createPlan(measure: Measure): Step[] {
  const random = createSeededRandom(measure.seed);
  const faults = random.shuffle([
    ...repeat(measure.kills, (): Fault => ({ kind: 'kill' })),
    ...repeat(measure.networkFaults, () => networkFault(random)),
    ...repeat(measure.freezes, (): Fault => ({ kind: 'freeze', milliseconds: random.integer(100, 2_000) })),
    ...repeat(measure.vanishings, () => vanishing(random)),
  ]);
  const starts = measure.chats - startedBefore(measure.chats);
  return faults.map((fault, index) => ({
    fault,
    starts: portion(starts, faults.length, index),
    messages: portion(measure.messages, faults.length, index),
    wait: random.integer(0, 60),
  }));
}

function networkFault(random: SeededRandom): NetworkFault {
  const kind = random.pick(['drop', 'stall', 'cut', 'delay', 'limit'] as const);
  const amounts = {
    drop: 0,
    stall: 0,
    cut: random.integer(1, 3_000),
    delay: random.integer(20, 400),
    limit: random.integer(2_000, 50_000),
  };
  // Clients detect stalls of more than ten seconds by themselves.
  const milliseconds = kind === 'stall' ? random.integer(200, 12_000) : random.integer(200, 4_000);
  return { kind, share: 0.01 + random.next() * 0.2, amount: amounts[kind], milliseconds };
}

function vanishing(random: SeededRandom): Vanishing {
  const kind = random.pick(['visitors vanish', 'agents vanish'] as const);
  return { kind, share: 0.01 + random.next() * 0.2, milliseconds: random.integer(0, 4_000) };
}

const repeat = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** The share of part `index` of `parts`; all shares add up to `whole`. */
const portion = (whole: number, parts: number, index: number): number =>
  Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts);

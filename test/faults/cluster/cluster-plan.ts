import { createSeededRandom, type SeededRandom } from '../../support/seeded-random.js';

/** A fault of a process, of the database, or of the way between them. A process that is null means all of them. */
export type ClusterFault =
  /** SIGKILL, and a new start after a while. */
  | { kind: 'kill'; process: number; milliseconds: number }
  /** SIGSTOP, and SIGCONT after a while: for the process, no time has passed. */
  | { kind: 'pause'; process: number; milliseconds: number }
  /** SIGTERM, and a new start, as a deploy does it. */
  | { kind: 'roll'; process: number }
  /** The primary is killed with SIGKILL, and started again after a while. */
  | { kind: 'database crash'; milliseconds: number }
  /** The primary is killed for good, and the synchronous standby is promoted. */
  | { kind: 'failover' }
  /** All connections to the database are closed. */
  | { kind: 'cut'; process: number | null }
  /** Connections to the database stay open, and nothing passes. */
  | { kind: 'stall'; process: number | null; milliseconds: number };

export type ClusterFaultKind = ClusterFault['kind'];

/** The size of one run. */
export interface ClusterMeasure {
  seed: number;
  processes: number;
  chats: number;
  messages: number;
  kills: number;
  pauses: number;
  pauseSeconds: number;
  rolls: number;
  crashes: number;
  failovers: number;
  cuts: number;
  stalls: number;
}

/** Part of a plan: chats are started and messages sent while a fault occurs. */
export interface ClusterStep {
  starts: number;
  messages: number;
  fault: ClusterFault;
}

/** Half of the chats start before the first fault. */
export const startedBefore = (chats: number): number => Math.ceil(chats / 2);

/** The plan of a run; the same for the same measure. */
export function createClusterPlan(measure: ClusterMeasure): ClusterStep[] {
  const random = createSeededRandom(measure.seed);
  const faults = random.shuffle(faultsOf(measure, random));
  const starts = measure.chats - startedBefore(measure.chats);
  return faults.map((fault, index) => ({
    fault,
    starts: portion(starts, faults.length, index),
    messages: portion(measure.messages, faults.length, index),
  }));
}

function faultsOf(measure: ClusterMeasure, random: SeededRandom): ClusterFault[] {
  const process = (): number => random.integer(0, measure.processes - 1);
  const oneOrAll = (): number | null => (random.next() < 0.5 ? process() : null);
  const pause = measure.pauseSeconds * 1000;
  return [
    ...repeat(measure.kills, () => ({
      ...{ kind: 'kill' as const, process: process(), milliseconds: random.integer(0, 3_000) },
    })),
    ...repeat(measure.pauses, () => ({ kind: 'pause' as const, process: process(), milliseconds: pause })),
    ...repeat(measure.rolls, () => ({ kind: 'roll' as const, process: process() })),
    ...repeat(measure.crashes, () => ({
      ...{ kind: 'database crash' as const, milliseconds: random.integer(0, 3_000) },
    })),
    ...repeat(measure.failovers, () => ({ kind: 'failover' as const })),
    ...repeat(measure.cuts, () => ({ kind: 'cut' as const, process: oneOrAll() })),
    ...repeat(measure.stalls, () => ({
      ...{ kind: 'stall' as const, process: oneOrAll(), milliseconds: random.integer(500, 12_000) },
    })),
  ];
}

const repeat = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** The share of part `index` of `parts`; all shares add up to `whole`. */
const portion = (whole: number, parts: number, index: number): number =>
  Math.floor((whole * (index + 1)) / parts) - Math.floor((whole * index) / parts);

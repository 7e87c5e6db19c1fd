import { setImmediate } from 'node:timers/promises';
import type { OnCommit } from '../../backend.js';
import { ServiceError } from '../../../errors.js';

/** One write of a batch. */
export type Operation =
  | {
      type: 'put';
      key: string;
      value: string;
      /** Set if the record is the last of its contact's log, or its mark. */
      end?: LogEnd | null;
    }
  | { type: 'del'; key: string };

/** The last number of a contact's log. */
export interface LogEnd {
  contactId: string;
  seq: number;
}

/**
 * Groups writes into commits: writes of the same turn of the event loop, and writes that arrive during a
 * commit, share one.
 */
export interface CommitQueue {
  /** Resolves with `result` once durable; rejects with TEMPORARILY_UNAVAILABLE. */
  commit<Result = void>(operations: Operation[], result?: Result): Promise<Result>;
  /** Resolves when no commit is in progress. */
  drained(): Promise<void>;
}

interface Waiting {
  operations: Operation[];
  result: unknown;
  resolve: (result: unknown) => void;
  reject: (error: ServiceError) => void;
}

/** Measures commits with a monotonic clock, in milliseconds. */
export interface CommitObserver {
  now(): number;
  committed: OnCommit;
}

const turnsAtMost = 8;
/**
 * Writes per turn that make waiting worthwhile. With fewer, waiting costs more than it saves: during a flood
 * of chat starts, a turn takes milliseconds.
 */
const writesAtLeast = 4;

/**
 * `write` makes a batch durable, all or nothing. If it fails, the queued writes fail too, because they were
 * decided on entries that aren't stored. `failed` is called before the writers are rejected, so that caches
 * are dropped first.
 */
export function createCommitQueue(
  write: (batch: Operation[]) => Promise<void>,
  failed: (cause: unknown) => void,
  observer: CommitObserver | null = null,
): CommitQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  /**
   * A commit costs as much as fifty entries, so while turns of the event loop bring many more writes, it
   * waits a few turns.
   */
  async function gathered(): Promise<void> {
    for (let turn = 0; turn < turnsAtMost; turn += 1) {
      const before = waiting.length;
      await setImmediate();
      if (waiting.length - before < writesAtLeast) return;
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      await gathered();
      const group = waiting;
      waiting = [];
      try {
        const from = observer?.now() ?? 0;
        await write(operationsOf(group));
        observer?.committed(group.length, observer.now() - from);
        for (const { resolve, result } of group) resolve(result);
      } catch (cause) {
        const lost = [...group, ...waiting];
        waiting = [];
        failed(cause);
        for (const { reject } of lost) reject(new ServiceError('TEMPORARILY_UNAVAILABLE', { cause }));
      }
    }
    running = null;
  }

  return {
    commit: <Result>(operations: Operation[], result?: Result) =>
      new Promise<Result>((resolve, reject) => {
        waiting.push({ operations, result, resolve: resolve as Waiting['resolve'], reject });
        running ??= run();
      }),
    drained: async () => {
      while (running) await running;
    },
  };
}

function operationsOf(group: readonly Waiting[]): Operation[] {
  const all: Operation[] = [];
  for (const { operations } of group) all.push(...operations);
  return all;
}

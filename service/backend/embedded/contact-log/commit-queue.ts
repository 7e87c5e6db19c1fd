import { setImmediate } from 'node:timers/promises';
import type { OnCommit } from '../../backend.js';
import type { AppendWriter } from '../../contact-log.js';
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

/** Receives the result of a commit. */
export type CommitWriter = Pick<AppendWriter, 'stored' | 'failed'>;

/**
 * Groups writes into commits: writes of the same turn of the event loop, and writes that arrive during a
 * commit, share one.
 */
export interface CommitQueue {
  /** Calls `stored` once the operations are durable, or `failed` with TEMPORARILY_UNAVAILABLE. */
  post(operations: readonly Operation[], writer: CommitWriter): void;
  /** The same with a promise. */
  commit(operations: readonly Operation[]): Promise<void>;
  /** Resolves when no commit is in progress. */
  drained(): Promise<void>;
}

/** The writes of one commit. */
interface Group {
  operations: Operation[];
  writers: CommitWriter[];
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
 * decided on entries that aren't stored. `failed` is called before the writers, so that caches are dropped
 * first.
 */
export function createCommitQueue(
  write: (batch: Operation[]) => Promise<void>,
  failed: (cause: unknown) => void,
  observer: CommitObserver | null = null,
): CommitQueue {
  let waiting = emptyGroup();
  let running: Promise<void> | null = null;

  /**
   * A commit costs as much as fifty entries, so while turns of the event loop bring many more writes, it
   * waits a few turns.
   */
  async function gathered(): Promise<void> {
    for (let turn = 0; turn < turnsAtMost; turn += 1) {
      const before = waiting.writers.length;
      await setImmediate();
      if (waiting.writers.length - before < writesAtLeast) return;
    }
  }

  async function run(): Promise<void> {
    while (waiting.writers.length > 0) {
      await gathered();
      await store(takeWaiting());
    }
    running = null;
  }

  async function store({ operations, writers }: Group): Promise<void> {
    const from = observer?.now() ?? 0;
    try {
      await write(operations);
    } catch (cause) {
      const lost = [...writers, ...takeWaiting().writers];
      failed(cause);
      for (const writer of lost) writer.failed(new ServiceError('TEMPORARILY_UNAVAILABLE', { cause }));
      return;
    }
    observer?.committed(writers.length, observer.now() - from);
    // One loop acknowledges, delivers and releases everything that the commit contains.
    for (const writer of writers) writer.stored();
  }

  function takeWaiting(): Group {
    const group = waiting;
    waiting = emptyGroup();
    return group;
  }

  function post(operations: readonly Operation[], writer: CommitWriter): void {
    for (const operation of operations) waiting.operations.push(operation);
    waiting.writers.push(writer);
    running ??= run();
  }

  return {
    post,
    commit: (operations) => new Promise((stored, rejected) => post(operations, { stored, failed: rejected })),
    drained: async () => {
      while (running) await running;
    },
  };
}

const emptyGroup = (): Group => ({ operations: [], writers: [] });

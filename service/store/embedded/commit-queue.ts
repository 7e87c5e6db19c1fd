import { ServiceError } from '../../errors.js';

/** One write of a batch. */
export type Operation = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** Groups writes: everything that arrives while one commit runs shares the next. */
export interface CommitQueue {
  /** Resolves once durable; rejects with TEMPORARILY_UNAVAILABLE. */
  commit(operations: Operation[]): Promise<void>;
  /** Resolves when nothing is under way. */
  drained(): Promise<void>;
}

interface Waiting {
  operations: Operation[];
  resolve: () => void;
  reject: (error: ServiceError) => void;
}

/**
 * `write` makes a batch durable, all or nothing. When it fails, what waited behind it fails too: it was decided upon
 * entries that are not there. `failed` is told before anyone else, so that no belief outlives the failure.
 */
export function createCommitQueue(
  write: (batch: Operation[]) => Promise<void>,
  failed: (cause: unknown) => void,
): CommitQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        await write(group.flatMap(({ operations }) => operations));
        for (const { resolve } of group) resolve();
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
    commit: (operations) =>
      new Promise((resolve, reject) => {
        waiting.push({ operations, resolve, reject });
        running ??= run();
      }),
    drained: async () => {
      while (running) await running;
    },
  };
}

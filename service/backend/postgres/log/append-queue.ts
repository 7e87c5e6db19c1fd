import { setImmediate } from 'node:timers/promises';
import { ServiceError } from '../../../errors.js';
import type { Append } from './append-group.js';

/** Groups appends: those that arrive while a group is being stored are the next one. */
export interface AppendQueue {
  /** Resolves with whether it is stored; rejects with `TEMPORARILY_UNAVAILABLE` if not, and it never will be. */
  add(append: Append): Promise<boolean>;
  /** Rejects what waits: it can't be stored at the moment. */
  rejectWaiting(cause: unknown): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

interface Waiting {
  append: Append;
  resolve: (isStored: boolean) => void;
  reject: (error: unknown) => void;
}

/** Entries in a group at most, so that a flood of them does not make the first ones wait for all. */
const entriesAtMost = 2_000;

/** `store` stores a group, all or nothing, and resolves with the contacts whose appends are in. */
export function createAppendQueue(store: (group: Append[]) => Promise<Set<string>>): AppendQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  /** The next group: of each contact the first append, because a second one may rely on it. */
  function takeGroup(): Waiting[] {
    const group = new Map<string, Waiting>();
    const left: Waiting[] = [];
    let size = 0;
    for (const each of waiting) {
      const { contactId, entries } = each.append;
      const isIn = !group.has(contactId) && (size === 0 || size + entries.length <= entriesAtMost);
      if (isIn) group.set(contactId, each);
      else left.push(each);
      if (isIn) size += entries.length;
    }
    waiting = left;
    return [...group.values()];
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      // What arrives in this turn of the event loop shares the commit.
      await setImmediate();
      const group = takeGroup();
      try {
        const stored = await store(group.map(({ append }) => append));
        for (const { append, resolve } of group) resolve(stored.has(append.contactId));
      } catch (error) {
        for (const { reject } of group) reject(error);
        rejectWaiting(error);
      }
    }
    running = null;
  }

  function rejectWaiting(cause: unknown): void {
    const lost = waiting;
    waiting = [];
    for (const { reject } of lost) reject(new ServiceError('TEMPORARILY_UNAVAILABLE', { cause }));
  }

  return {
    add: (append) =>
      new Promise((resolve, reject) => {
        waiting.push({ append, resolve, reject });
        running ??= run();
      }),
    rejectWaiting,
    settled: async () => {
      while (running) await running;
    },
  };
}

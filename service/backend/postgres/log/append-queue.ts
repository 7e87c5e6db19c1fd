import { setImmediate } from 'node:timers/promises';
import { ServiceError } from '../../../errors.js';
import type { Append, AppendWriter } from '../../contact-log.js';

/** Groups appends: those that arrive while a group is being stored are the next one. */
export interface AppendQueue {
  /** The writer gets `failed` with `TEMPORARILY_UNAVAILABLE` if the append isn't stored and never will be. */
  add(append: Append, writer: AppendWriter): void;
  /** Rejects what waits: it can't be stored at the moment. */
  rejectWaiting(cause: unknown): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface AppendQueueOptions {
  /** Stores a group, all or nothing. Resolves with the contacts whose appends are stored. */
  store: (group: Append[]) => Promise<Set<string>>;
  /** Called before the writer of a stored append. */
  stored: (append: Append) => void;
  /** The append isn't stored: the log's last number isn't the expected one. Tells the writer. */
  conflicts: (append: Append, writer: AppendWriter) => void;
}

interface Waiting {
  append: Append;
  writer: AppendWriter;
}

/** Entries in a group at most, so that a flood of them does not make the first ones wait for all. */
const entriesAtMost = 2_000;

export function createAppendQueue({ store, stored, conflicts }: AppendQueueOptions): AppendQueue {
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
      await storeGroup(takeGroup());
    }
    running = null;
  }

  async function storeGroup(group: Waiting[]): Promise<void> {
    let storedIds: Set<string>;
    try {
      storedIds = await store(group.map(({ append }) => append));
    } catch (error) {
      for (const { writer } of group) writer.failed(error);
      return rejectWaiting(error);
    }
    for (const { append, writer } of group)
      if (storedIds.has(append.contactId)) {
        stored(append);
        writer.stored();
      } else conflicts(append, writer);
  }

  function rejectWaiting(cause: unknown): void {
    const lost = waiting;
    waiting = [];
    for (const { writer } of lost) writer.failed(new ServiceError('TEMPORARILY_UNAVAILABLE', { cause }));
  }

  return {
    add(append, writer) {
      waiting.push({ append, writer });
      running ??= run();
    },
    rejectWaiting,
    settled: async () => {
      while (running) await running;
    },
  };
}

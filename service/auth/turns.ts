import { ServiceError } from '../errors.js';

/** To whom a task's turn belongs. */
export interface Turn {
  /** Keys take turns: a task waits for at most one task of each other key, however many that key has. */
  keys: readonly string[];
  /** Whether its keys had no recent failure. Fresh tasks get two turns while others get one. */
  isFresh?: boolean;
  /** Whether the task goes before all others. */
  isFirst?: boolean;
}

/** A fair queue: runs a few tasks at once, and its keys take turns. */
export interface Turns {
  /** Rejects as the task does, or with {@link TurnsFull} if too many tasks wait. */
  run<T>(turn: Turn, task: () => Promise<T>): Promise<T>;
}

export interface TurnsOptions {
  /** Concurrent tasks: those without `isFirst`, and all together. */
  atOnce: { others: number; all: number };
  /** Waiting tasks: those with `isFirst`, and the others. */
  waitingAtMost: { first: number; others: number };
}

/** The queue is full. */
export class TurnsFull extends ServiceError {
  constructor() {
    super('RATE_LIMITED', { retryAfter: 2 });
    this.name = 'TurnsFull';
  }
}

interface Waiting {
  keys: readonly string[];
  isFresh: boolean;
  start: () => void;
  refuse: () => void;
}
/** A round has one task of each key that isn't fresh. */
interface Placed extends Waiting {
  round: number;
}

export function createTurns({ atOnce, waitingAtMost }: TurnsOptions): Turns {
  const first = new Lane(waitingAtMost.first);
  const others = new Lane(waitingAtMost.others);
  const running = { first: 0, others: 0 };

  function startNext(): void {
    while (running.first + running.others < atOnce.all) {
      const isFirst = first.size > 0;
      const next = isFirst ? first.take() : running.others < atOnce.others && others.take();
      if (!next) return;
      running[isFirst ? 'first' : 'others'] += 1;
      next.start();
    }
  }

  return {
    run: ({ keys, isFresh = false, isFirst = false }, task) =>
      new Promise((resolve, reject) => {
        const start = (): void =>
          void task()
            .then(resolve, reject)
            .finally(() => {
              running[isFirst ? 'first' : 'others'] -= 1;
              startNext();
            });
        const lane = isFirst ? first : others;
        lane.add({ keys, isFresh, start, refuse: () => reject(new TurnsFull()) });
        startNext();
      }),
  };
}

/** The waiting tasks in the order of their start, by rounds (self-clocked fair queueing, Golestani 1994). */
class Lane {
  readonly #atMost: number;
  readonly #waiting: Placed[] = [];
  /** The round of the latest task that was started. */
  #round = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /**
   * If the lane is full, the task that would wait longest is dropped. Among indistinguishable tasks the
   * newest goes first, so that a person who arrives after a flood of guesses doesn't wait for them.
   */
  add(task: Waiting): void {
    const own = this.#waiting.filter((each) => each.keys.some((key) => task.keys.includes(key)));
    const round = Math.max(this.#round, ...own.map((each) => each.round)) + (task.isFresh ? 0.5 : 1);
    const isRepeat = own.some((each) => isAlike(each, task));
    const isFull = this.#waiting.length >= this.#atMost;
    const isTooLate = isFull && round >= this.#waiting.at(-1)!.round;
    if (isTooLate && isRepeat) return task.refuse();
    if (isTooLate && own.length > 0) return this.#passOn(task, own).refuse();
    if (isFull) this.#waiting.pop()!.refuse();
    if (isTooLate) return void this.#waiting.unshift({ ...task, round: this.#round });
    const repeats = isRepeat
      ? []
      : own.filter((each) => this.#waiting.find((other) => isAlike(other, each)) !== each);
    this.#place({ ...this.#passOn(task, repeats), round });
  }

  take(): Waiting | undefined {
    const next = this.#waiting.shift();
    if (next) this.#round = next.round;
    return next;
  }

  /**
   * The task takes the place of the first of these, and each of them the place of the next. The last one is
   * dropped.
   */
  #passOn(task: Waiting, others: readonly Placed[]): Waiting {
    let next = task;
    for (const [index, placed] of this.#waiting.entries()) {
      if (!others.includes(placed)) continue;
      this.#waiting[index] = { ...next, round: placed.round };
      next = placed;
    }
    return next;
  }

  /** Inserts the task after all others of its round. */
  #place(placed: Placed): void {
    const index = this.#waiting.findIndex(({ round }) => round > placed.round);
    this.#waiting.splice(index === -1 ? this.#waiting.length : index, 0, placed);
  }
}

const isAlike = (one: Waiting, other: Waiting): boolean => one.keys.every((key) => other.keys.includes(key));

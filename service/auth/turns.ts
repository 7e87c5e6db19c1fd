import { ServiceError } from '../errors.js';

/** Whose work it is. */
export interface Turn {
  /** Keys take turns: however much is asked for under one of them, what has other keys waits for one piece of it at most. */
  keys: readonly string[];
  /** Nothing failed under its keys of late: it has two turns where others have one. */
  isFresh?: boolean;
  /** Comes before all others. */
  isFirst?: boolean;
}

/** Runs tasks, a few at once, so that keys take turns. */
export interface Turns {
  /** Rejects as the task does, or with {@link TurnsFull} where too many wait. */
  run<T>(turn: Turn, task: () => Promise<T>): Promise<T>;
}

export interface TurnsOptions {
  /** Tasks that run at once: of those that do not come first, and all together. */
  atOnce: { others: number; all: number };
  /** Tasks that may wait: of those that come first, and of the others. */
  waitingAtMost: { first: number; others: number };
}

/** So many tasks wait that no more are taken. */
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
/** A round has one piece of each key that is not fresh. */
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

/** Those that wait, in the order in which they are started: by rounds (self-clocked fair queueing, Golestani 1994). */
class Lane {
  readonly #atMost: number;
  readonly #waiting: Placed[] = [];
  /** Of what was started last. */
  #round = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  get size(): number {
    return this.#waiting.length;
  }

  /**
   * In a full lane whatever would wait longest makes room. Where nobody has more waiting than anybody else, the newest
   * comes next: of many who can't be told apart, whoever comes after a rush of others need not wait for them.
   */
  add(waiting: Waiting): void {
    const own = this.#waiting.filter(({ keys }) => keys.some((key) => waiting.keys.includes(key)));
    const before = Math.max(this.#round, ...own.map((each) => each.round));
    const round = before + (waiting.isFresh ? 0.5 : 1);
    if (this.#waiting.length < this.#atMost) return this.#place({ ...waiting, round });
    const isGreedy = round >= this.#waiting.at(-1)!.round;
    if (isGreedy && own.length > 0) return waiting.refuse();
    this.#waiting.pop()!.refuse();
    if (isGreedy) this.#waiting.unshift({ ...waiting, round: this.#round });
    else this.#place({ ...waiting, round });
  }

  take(): Waiting | undefined {
    const next = this.#waiting.shift();
    if (next) this.#round = next.round;
    return next;
  }

  /** After all others of its round. */
  #place(placed: Placed): void {
    const index = this.#waiting.findIndex(({ round }) => round > placed.round);
    this.#waiting.splice(index === -1 ? this.#waiting.length : index, 0, placed);
  }
}

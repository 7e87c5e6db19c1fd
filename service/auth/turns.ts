import { ServiceError } from '../errors.js';

/** Whose work it is. */
export interface Turn {
  /** Keys take turns: however much one of them asks for, another one waits for one piece of it at most. */
  key: string;
  /** Comes before all others. */
  isFirst?: boolean;
}

/** Runs tasks, a few at once, so that keys take turns. */
export interface Turns {
  /** Rejects as the task does, or with {@link TurnsFull} where too many wait. */
  run<T>(turn: Turn, task: () => Promise<T>): Promise<T>;
}

export interface TurnsOptions {
  /** Tasks that run at once. */
  atOnce: number;
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
  start: () => void;
  refuse: () => void;
}

export function createTurns({ atOnce, waitingAtMost }: TurnsOptions): Turns {
  const first = new Lane(waitingAtMost.first);
  const others = new Lane(waitingAtMost.others);
  let running = 0;

  function startNext(): void {
    while (running < atOnce) {
      const next = first.take() ?? others.take();
      if (!next) return;
      running += 1;
      next.start();
    }
  }

  return {
    run: ({ key, isFirst = false }, task) =>
      new Promise((resolve, reject) => {
        const start = (): void =>
          void task()
            .then(resolve, reject)
            .finally(() => {
              running -= 1;
              startNext();
            });
        const lane = isFirst ? first : others;
        lane.add(key, { start, refuse: () => reject(new TurnsFull()) });
        startNext();
      }),
  };
}

/** Those that wait, by key; the keys are in the order of their turns. */
class Lane {
  readonly #atMost: number;
  readonly #waiting = new Map<string, Waiting[]>();
  #size = 0;

  constructor(atMost: number) {
    this.#atMost = atMost;
  }

  /** In a full lane, the newest of the key that has the most makes room for a key that has fewer. */
  add(key: string, waiting: Waiting): void {
    const own = this.#waiting.get(key) ?? [];
    if (this.#size >= this.#atMost) {
      const greediest = this.#greediest();
      if (this.#waiting.get(greediest)!.length <= own.length + 1) return waiting.refuse();
      this.#removeNewest(greediest).refuse();
    }
    this.#waiting.set(key, [...own, waiting]);
    this.#size += 1;
  }

  take(): Waiting | undefined {
    const [turn] = this.#waiting;
    if (!turn) return undefined;
    const [key, [next, ...rest]] = turn;
    this.#waiting.delete(key);
    if (rest.length > 0) this.#waiting.set(key, rest);
    this.#size -= 1;
    return next;
  }

  #greediest(): string {
    const [first, ...rest] = [...this.#waiting];
    return rest.reduce((most, each) => (each[1].length > most[1].length ? each : most), first!)[0];
  }

  #removeNewest(key: string): Waiting {
    this.#size -= 1;
    return this.#waiting.get(key)!.pop()!;
  }
}

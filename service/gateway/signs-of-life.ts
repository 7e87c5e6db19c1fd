import { limits } from '../../shared/limits.js';

/** When the other side was last heard, and whether it has to be asked for a sign. Times are monotonic milliseconds. */
export class SignsOfLife {
  #heardAt: number;
  #askedAt = -Infinity;

  constructor(now: number) {
    this.#heardAt = now;
  }

  heard(now: number): void {
    this.#heardAt = now;
  }

  /** To be called every few seconds: what is to be done about the silence. */
  due(now: number): 'nothing' | 'ask' | 'give up' {
    if (now - this.#heardAt >= limits.silence) return 'give up';
    const isEarly = now - this.#heardAt < limits.pingInterval || now - this.#askedAt < limits.pingInterval;
    if (isEarly) return 'nothing';
    this.#askedAt = now;
    return 'ask';
  }
}

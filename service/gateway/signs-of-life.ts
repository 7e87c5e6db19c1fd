import { limits } from '../../shared/limits.js';

/** Tracks when the client was last heard, and whether to ping it. Times are monotonic milliseconds. */
export class SignsOfLife {
  #heardAt: number;
  #askedAt = -Infinity;

  constructor(now: number) {
    this.#heardAt = now;
  }

  heard(now: number): void {
    this.#heardAt = now;
  }

  /** The action that the silence requires. Call it every few seconds. */
  due(now: number): 'nothing' | 'ask' | 'give up' {
    if (now - this.#heardAt >= limits.silence) return 'give up';
    const isEarly = now - this.#heardAt < limits.pingInterval || now - this.#askedAt < limits.pingInterval;
    if (isEarly) return 'nothing';
    this.#askedAt = now;
    return 'ask';
  }
}

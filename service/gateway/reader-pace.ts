import type { WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';

/** Milliseconds in which a slow reader must have caught up, once. */
const slowAtMost = limits.silence;

/** How fast a socket's reader takes what it is given. */
export class ReaderPace {
  readonly #socket: WebSocket;
  #slowSince: number | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Whether too much waits to be read, with `more` bytes that are about to be written. */
  isSlow(more = 0): boolean {
    const { readyState, OPEN, bufferedAmount } = this.#socket;
    return readyState === OPEN && bufferedAmount + more > limits.readerBytes;
  }

  /** Resolves when everything that was written has left. */
  caughtUp(): Promise<void> {
    // The callback of a ping comes when everything before it has left: the moment to go on.
    return new Promise((resolve) =>
      this.#socket.ping(undefined, undefined, () => {
        this.#slowSince = null;
        resolve();
      }),
    );
  }

  /** Whether so much waits that nothing more may, with `more` bytes that are about to be written. */
  isHopeless(more = 0): boolean {
    return this.#socket.bufferedAmount + more > limits.readerBytesMost;
  }

  /** Whether it has been slow for too long by `now`, in monotonic milliseconds; to be asked every few seconds. */
  isStuck(now: number): boolean {
    this.#slowSince = this.isSlow() ? (this.#slowSince ?? now) : null;
    return this.#slowSince !== null && now - this.#slowSince >= slowAtMost;
  }
}

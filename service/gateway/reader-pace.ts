import type { WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';

/** Milliseconds within which a slow reader must catch up once. */
const slowAtMost = limits.silence;

/** How fast a socket's client reads. */
export class ReaderPace {
  readonly #socket: WebSocket;
  #slowSince: number | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Whether too many bytes wait to be read, including `more` bytes that are about to be written. */
  isSlow(more = 0): boolean {
    const { readyState, OPEN, bufferedAmount } = this.#socket;
    return readyState === OPEN && bufferedAmount + more > limits.readerBytes;
  }

  /** Resolves when everything written so far has been sent. */
  caughtUp(): Promise<void> {
    // The callback of a ping is called when everything before it has been sent.
    return new Promise((resolve) =>
      this.#socket.ping(undefined, undefined, () => {
        this.#slowSince = null;
        resolve();
      }),
    );
  }

  /** Whether so many bytes wait, including `more`, that nothing further may be written. */
  isHopeless(more = 0): boolean {
    return this.#socket.bufferedAmount + more > limits.readerBytesMost;
  }

  /**
   * Whether the client has been too slow for too long by `now`, in monotonic milliseconds. Call it every few
   * seconds.
   */
  isStuck(now: number): boolean {
    this.#slowSince = this.isSlow() ? (this.#slowSince ?? now) : null;
    return this.#slowSince !== null && now - this.#slowSince >= slowAtMost;
  }
}

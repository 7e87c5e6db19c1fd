import type { WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';

/** Milliseconds within which a slow reader must have caught up. */
const slowAtMost = limits.silence;

/** How fast a socket's reader takes what it is given. */
export class ReaderPace {
  readonly #socket: WebSocket;
  #slowSince: number | null = null;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Null while the reader keeps up; else resolves when it does again. */
  busy(): Promise<void> | null {
    if (!this.#isSlow) return null;
    // The callback of a ping comes when everything before it has left: the moment to go on.
    return new Promise((resolve) =>
      this.#socket.ping(undefined, undefined, () => {
        this.#slowSince = null;
        resolve();
      }),
    );
  }

  /** Whether so much waits that nothing more may. */
  get isHopeless(): boolean {
    return this.#socket.bufferedAmount > limits.readerBytesMost;
  }

  /** Whether it has been slow for too long by `now`, in monotonic milliseconds; to be asked every few seconds. */
  isStuck(now: number): boolean {
    this.#slowSince = this.#isSlow ? (this.#slowSince ?? now) : null;
    return this.#slowSince !== null && now - this.#slowSince >= slowAtMost;
  }

  get #isSlow(): boolean {
    return this.#socket.readyState === this.#socket.OPEN && this.#socket.bufferedAmount > limits.readerBytes;
  }
}

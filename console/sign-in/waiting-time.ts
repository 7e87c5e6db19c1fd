import type { ReactiveControllerHost } from 'lit';
import { Ticker } from '../time/ticker.js';

export interface WaitingTimeOptions {
  /** Tells the time of a clock that nobody sets, in milliseconds. */
  monotonic: () => number;
  /** The wait is over. */
  onOver: () => void;
}

/** Seconds that somebody has to wait before another attempt: counts them down, and tells when they are over. */
export class WaitingTime {
  readonly #options: WaitingTimeOptions;
  #until: number | undefined;

  constructor(host: ReactiveControllerHost, options: WaitingTimeOptions) {
    this.#options = options;
    host.addController(this);
    new Ticker(host, 250, () => this.#until !== undefined);
  }

  /** Whole seconds, the last one begun counts; 0 where there is nothing to wait for. */
  get seconds(): number {
    if (this.#until === undefined) return 0;
    return Math.max(0, Math.ceil((this.#until - this.#options.monotonic()) / 1000));
  }

  start(seconds: number): void {
    this.#until = this.#options.monotonic() + seconds * 1000;
  }

  hostUpdate(): void {
    if (this.#until === undefined || this.seconds > 0) return;
    this.#until = undefined;
    this.#options.onOver();
  }
}

import type { ReactiveControllerHost } from 'lit';
import { Ticker } from '../time/ticker.js';

export interface WaitingTimeOptions {
  /** Returns the time of a monotonic clock, in milliseconds. */
  monotonic: () => number;
  /** Called when the wait is over. */
  onOver: () => void;
}

/** Counts down the seconds until another attempt is allowed. */
export class WaitingTime {
  readonly #options: WaitingTimeOptions;
  #until: number | undefined;

  constructor(host: ReactiveControllerHost, options: WaitingTimeOptions) {
    this.#options = options;
    host.addController(this);
    new Ticker(host, 250, () => this.#until !== undefined);
  }

  /** The remaining seconds, rounded up; 0 if there is no wait. */
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

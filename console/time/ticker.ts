import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates its element at an interval, for as long as `isNeeded` returns true after an update. */
export class Ticker implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #milliseconds: number;
  readonly #isNeeded: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, milliseconds: number, isNeeded: () => boolean) {
    this.#host = host;
    this.#milliseconds = milliseconds;
    this.#isNeeded = isNeeded;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#isNeeded()) return this.hostDisconnected();
    this.#timer ??= setInterval(() => this.#host.requestUpdate(), this.#milliseconds);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

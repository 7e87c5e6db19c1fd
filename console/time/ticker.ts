import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its element again every so often, for as long as something on it depends on the time. */
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

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface SubscriptionOptions<Source> {
  source: () => Source;
  /** Follows the source; gives the undo of each thing that it began. */
  follow: (source: Source) => (() => void)[];
}

/** Follows what an element was given for as long as the element is on the page, and another one as soon as there is one. */
export class Subscription<Source> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SubscriptionOptions<Source>;
  #followed: Source | undefined;
  #undos: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, options: SubscriptionOptions<Source>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const source = this.#options.source();
    if (source === this.#followed) return;
    this.hostDisconnected();
    this.#followed = source;
    this.#undos = this.#options.follow(source);
  }

  hostDisconnected(): void {
    for (const undo of this.#undos) undo();
    this.#undos = [];
    this.#followed = undefined;
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface SubscriptionOptions<Source> {
  source: () => Source;
  /** Subscribes to the source. Returns a function that unsubscribes, for each subscription. */
  follow: (source: Source) => (() => void)[];
}

/** Subscribes an element to one of its inputs while the element is connected, and again when the input changes. */
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

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { goTo, leave, stay, type Navigation } from '../state/navigation.js';
import { parseRoute, toHash } from '../state/route.js';

/** Follows the hash of the address, and holds navigation back while changes are unsaved. */
export class Address implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #hasUnsaved: () => boolean;
  #navigation: Navigation = { route: parseRoute(location.hash), leaving: undefined };
  readonly #follow = (): void => {
    const next = goTo(this.#navigation, parseRoute(location.hash), this.#hasUnsaved());
    // Restores the hash of the page that is still shown.
    if (next.leaving) history.replaceState(null, '', toHash(next.route));
    this.#set(next);
  };

  constructor(host: ReactiveControllerHost, hasUnsaved: () => boolean) {
    this.#host = host;
    this.#hasUnsaved = hasUnsaved;
    host.addController(this);
  }

  get route(): Navigation['route'] {
    return this.#navigation.route;
  }
  /** Whether to ask what to do with unsaved changes. */
  get isAsking(): boolean {
    return this.#navigation.leaving !== undefined;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
  }

  /** Continues the navigation, and discards the changes. */
  leave(): void {
    const next = leave(this.#navigation);
    history.pushState(null, '', toHash(next.route));
    this.#set(next);
  }

  stay(): void {
    this.#set(stay(this.#navigation));
  }

  #set(navigation: Navigation): void {
    this.#navigation = navigation;
    this.#host.requestUpdate();
  }
}

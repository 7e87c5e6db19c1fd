import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TabMemory } from '../../storage/tab-memory.js';

const name = 'details';
/** Above this width the details are a column beside the chats; below it, a drawer over them. */
const wide = '(min-width: 1180px)';

/**
 * Whether the customer's details are visible. A wide screen shows them unless the agent has hidden them. A narrow
 * screen shows them in a drawer, on request only.
 */
export class DetailsVisibility implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #memory: () => TabMemory;
  readonly #media = matchMedia(wide);
  #isDrawerOpen = false;
  readonly #changed = (): void => this.#host.requestUpdate();

  /** @param memory - Keeps the agent's choice over a reload. */
  constructor(host: ReactiveControllerHost, memory: () => TabMemory) {
    this.#host = host;
    this.#memory = memory;
    host.addController(this);
  }

  // Safari supports addEventListener of MediaQueryList since version 14.
  hostConnected(): void {
    this.#media.addEventListener?.('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#media.removeEventListener?.('change', this.#changed);
  }

  /** Whether the details are a drawer over the chats. */
  get isDrawer(): boolean {
    return !this.#media.matches;
  }

  get isShown(): boolean {
    return this.isDrawer ? this.#isDrawerOpen : this.#memory().read(name) !== 'closed';
  }

  show(isShown: boolean): void {
    if (this.isDrawer) this.#isDrawerOpen = isShown;
    else this.#memory().write(name, isShown ? 'open' : 'closed');
    this.#host.requestUpdate();
  }

  /** Closes the drawer, for example because another chat becomes active. */
  closeDrawer(): void {
    this.#isDrawerOpen = false;
  }
}

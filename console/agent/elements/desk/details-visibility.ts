import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TabMemory } from '../../storage/tab-memory.js';

const name = 'details';
/** From this width on a column beside the chats has room; below, a drawer lies over them. */
const wide = '(min-width: 1180px)';

/**
 * Whether the customer's details are shown: on a wide screen as the agent left them, open at first; as a drawer only
 * when they are asked for.
 */
export class DetailsVisibility implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #memory: () => TabMemory;
  readonly #media = matchMedia(wide);
  #isDrawerOpen = false;
  readonly #changed = (): void => this.#host.requestUpdate();

  /** `memory` remembers the agent's choice over a reload. */
  constructor(host: ReactiveControllerHost, memory: () => TabMemory) {
    this.#host = host;
    this.#memory = memory;
    host.addController(this);
  }

  // Safari has addEventListener here since 14.
  hostConnected(): void {
    this.#media.addEventListener?.('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#media.removeEventListener?.('change', this.#changed);
  }

  /** Whether they lie over the chats. */
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

  /** Closes a drawer: another chat comes to the front. */
  closeDrawer(): void {
    this.#isDrawerOpen = false;
  }
}

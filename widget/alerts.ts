import type { WidgetAddress } from '../client/kept-chat.js';
import { claimSound, forgetAlerts, forgetSounds, isQuiet, rememberQuiet } from './alert-memory.js';
import { firstOfTabs } from './first-of-tabs.js';

/** Milliseconds that a tab in the background leaves to the one in front, to claim a sound before it. */
const leavesToFront = 200;

/** Calls the visitor to a message that is not looked at: by a sound, once over all tabs, and by the page's title. */
export class Alerts {
  readonly #address: WidgetAddress;
  /** The page's own title, while a number stands before it. */
  #title: { own: string; shown: string } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: WidgetAddress) {
    this.#address = address;
  }

  get isQuiet(): boolean {
    return isQuiet(this.#address);
  }

  set isQuiet(quiet: boolean) {
    rememberQuiet(this.#address, quiet);
  }

  /** A message came. Whoever looks at it hears nothing, in no tab. */
  heard(itemId: string, isLookedAt: boolean): void {
    if (isLookedAt) return void claimSound(this.#address, itemId);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#sound(itemId),
      document.visibilityState === 'visible' ? 0 : leavesToFront,
    );
  }

  async #sound(itemId: string): Promise<void> {
    if (this.isQuiet || !claimSound(this.#address, itemId)) return;
    if (!(await firstOfTabs(`connect-chat sound ${itemId}`))) return;
    const { chime } = await import('./chime.js');
    chime();
  }

  /** Puts the number of unread messages before the page's title; 0 gives it back. */
  count(unread: number): void {
    const { title } = document;
    // The page may have given itself another title meanwhile: that is its own from now on.
    const own = this.#title && title === this.#title.shown ? this.#title.own : title;
    const shown = unread > 0 ? `(${unread}) ${own}` : own;
    this.#title = unread > 0 ? { own, shown } : undefined;
    if (shown !== title) document.title = shown;
  }

  /** The chat is over: what it sounded for is forgotten, and with `all` the visitor's wish for silence. */
  forget(all = false): void {
    this.count(0);
    (all ? forgetAlerts : forgetSounds)(this.#address);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    if (this.#title) this.count(0);
  }
}

import type { WidgetAddress } from '../../client/kept-chat.js';
import { claimSound, isQuiet } from './alert-memory.js';
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

  /** A message came that the visitor does not look at here. */
  heard(itemId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#sound(itemId),
      document.visibilityState === 'visible' ? 0 : leavesToFront,
    );
  }

  async #sound(itemId: string): Promise<void> {
    if (isQuiet(this.#address) || !claimSound(this.#address, itemId)) return;
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

  destroy(): void {
    clearTimeout(this.#timer);
    if (this.#title) this.count(0);
  }
}

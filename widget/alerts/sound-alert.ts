import type { WidgetAddress } from '../../client/kept-chat.js';
import { claimSound, isQuiet } from './alert-memory.js';
import { firstOfTabs } from './first-of-tabs.js';

/** Milliseconds that a tab in the background waits, so that one in the foreground can claim the sound first. */
const leavesToFront = 200;

/** Plays a sound for a message that the visitor does not see: once for all tabs. */
export class SoundAlert {
  readonly #address: WidgetAddress;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(address: WidgetAddress) {
    this.#address = address;
  }

  /** Several messages at once make one sound. */
  play(itemId: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#play(itemId),
      document.visibilityState === 'visible' ? 0 : leavesToFront,
    );
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }

  async #play(itemId: string): Promise<void> {
    if (isQuiet(this.#address) || !claimSound(this.#address, itemId)) return;
    if (!(await firstOfTabs(`connect-chat sound ${itemId}`))) return;
    const { chime } = await import('./chime.js');
    chime();
  }
}

import type { WidgetAddress } from '../../client/kept-chat.js';
import { rememberOpen } from '../page/remember-open.js';
import { wasOpen } from '../page/was-open.js';

/** Milliseconds of the closing animation: a little less than in `panel.styles.ts`. */
const leavesWithin = 140;

/** Whether the panel is open, closing or closed, and whether it was open on the visitor's last page. */
export class PanelOpenness {
  readonly #address: WidgetAddress;
  readonly #left: () => void;
  #isOpen = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** `left` is called after the closing animation. */
  constructor(address: WidgetAddress, left: () => void) {
    this.#address = address;
    this.#left = left;
  }

  /** Updates whether the panel is open; returns whether that has changed. */
  follow(isOpen: boolean): boolean {
    if (isOpen === this.#isOpen) return false;
    this.#isOpen = isOpen;
    rememberOpen(this.#address, isOpen);
    this.destroy();
    if (!isOpen && !matchMedia('(prefers-reduced-motion: reduce)').matches)
      this.#leaving = setTimeout(() => {
        this.destroy();
        this.#left();
      }, leavesWithin);
    return true;
  }

  get isLeaving(): boolean {
    return this.#leaving !== undefined;
  }

  /** Whether the panel was open on the last page; on phones each page begins with the launcher. */
  get wasOpen(): boolean {
    return wasOpen(this.#address) && !matchMedia('(max-width: 480px)').matches;
  }

  destroy(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }
}

import type { WidgetAddress } from '../../client/kept-chat.js';
import { rememberOpen } from '../page/remember-open.js';
import { wasOpen } from '../page/was-open.js';

/** Milliseconds in which a closed panel moves out: a little less than the animation of `panel.styles.ts`. */
const leavesWithin = 140;

/** Whether the panel is open, moves out, or is closed; and whether it was open on the page before this one. */
export class PanelOpenness {
  readonly #address: WidgetAddress;
  readonly #left: () => void;
  #isOpen = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** `left` is called once the panel has moved out. */
  constructor(address: WidgetAddress, left: () => void) {
    this.#address = address;
    this.#left = left;
  }

  /** Takes up whether the panel is open; tells whether that has changed. */
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

  /** Whether the panel was open on the page before this one; a phone's page begins with the launcher. */
  get wasOpen(): boolean {
    return wasOpen(this.#address) && !matchMedia('(max-width: 480px)').matches;
  }

  destroy(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }
}

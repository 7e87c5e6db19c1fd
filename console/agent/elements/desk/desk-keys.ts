import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toDeskKey, type DeskKey } from '../../state/desk-key.js';

/**
 * Listens to the keyboard shortcuts of the desk, wherever the focus is. A shortcut that had no effect is left to the
 * browser.
 */
export class DeskKeys implements ReactiveController {
  readonly #use: (key: DeskKey) => boolean;
  readonly #hear = (event: KeyboardEvent): void => {
    const key = toDeskKey(event);
    if (key && this.#use(key)) event.preventDefault();
  };

  /** @param use - Carries out a shortcut, and returns whether there was anything to do. */
  constructor(host: ReactiveControllerHost, use: (key: DeskKey) => boolean) {
    this.#use = use;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#hear);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#hear);
  }
}

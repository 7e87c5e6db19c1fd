import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toDeskKey, type DeskKey } from '../../state/desk-key.js';

/** Hears the desk's keys wherever the focus is; a key that was of no use stays the browser's. */
export class DeskKeys implements ReactiveController {
  readonly #use: (key: DeskKey) => boolean;
  readonly #hear = (event: KeyboardEvent): void => {
    const key = toDeskKey(event);
    if (key && this.#use(key)) event.preventDefault();
  };

  /** `use` does what a key asks for, and says whether there was anything to do. */
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

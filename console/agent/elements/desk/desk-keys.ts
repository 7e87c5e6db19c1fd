import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toDeskKey, type DeskKey } from '../../state/shortcuts.js';

export interface DeskKeysOptions {
  /** Whether the agent uses shortcuts that type a character on some keyboards. */
  usesCharacters: () => boolean;
  /** Carries out a shortcut, and returns whether there was anything to do. */
  use: (key: DeskKey) => boolean;
}

/**
 * Listens to the keyboard shortcuts of the desk, wherever the focus is. A shortcut that had no effect is left to the
 * browser.
 */
export class DeskKeys implements ReactiveController {
  readonly #options: DeskKeysOptions;
  readonly #hear = (event: KeyboardEvent): void => {
    const { usesCharacters, use } = this.#options;
    const key = toDeskKey(event, { isTyping: isTyping(event), usesCharacters: usesCharacters() });
    if (key && use(key)) event.preventDefault();
  };

  constructor(host: ReactiveControllerHost, options: DeskKeysOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#hear);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#hear);
  }
}

/** Whether a key press goes to something that takes text or letters. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

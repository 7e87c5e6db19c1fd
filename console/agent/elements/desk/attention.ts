import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tracks the chat that the agent went to in this window. Only that chat is marked as read, and only while the window
 * has the focus. Opening a window marks nothing as read.
 */
export class Attention implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #changed = (): void => this.#host.requestUpdate();
  #chosen: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.#changed);
    document.addEventListener('visibilitychange', this.#changed);
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.#changed);
    document.removeEventListener('visibilitychange', this.#changed);
  }

  /** The agent went to a chat. */
  choose(contactId: string): void {
    this.#chosen = contactId;
  }

  /** Whether the agent went to this chat last. */
  isAt(contactId: string | undefined): boolean {
    return contactId !== undefined && contactId === this.#chosen;
  }

  /** Whether this window is visible and has the focus. */
  static isWindowInFront(this: void): boolean {
    return document.hasFocus() && document.visibilityState === 'visible';
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Which chat the agent came to in this window. Only that one is marked as read, and only while the window is in front: a
 * window that was merely opened marks nothing.
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

  /** The agent came to a chat. */
  choose(contactId: string): void {
    this.#chosen = contactId;
  }

  /** Whether the agent came to this chat. */
  isAt(contactId: string | undefined): boolean {
    return contactId !== undefined && contactId === this.#chosen;
  }

  /** Whether this window is the one that the agent looks at. */
  static isWindowInFront(this: void): boolean {
    return document.hasFocus() && document.visibilityState === 'visible';
  }
}

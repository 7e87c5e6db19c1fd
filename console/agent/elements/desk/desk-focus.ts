import type { LitElement } from 'lit';
import type { ChatColumns } from '../conversation/chat-columns.js';

type Host = Pick<LitElement, 'renderRoot' | 'updateComplete'>;

/** Puts the focus where the agent goes on, once that is on the screen. */
export class DeskFocus {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Where the agent writes in a chat; the chat comes into view. */
  async onChat(contactId: string): Promise<void> {
    await this.#host.updateComplete;
    await this.#columns?.updateComplete;
    this.#columns?.bringToFront(contactId);
  }

  /** The chat in front, in the list. */
  async onList(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector('connect-chat-chat-list')?.focusActive();
  }

  /** What lies over the chats: reading goes on there. */
  async onDetails(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector('connect-chat-customer-panel')?.focus();
  }

  /** What opens the details. */
  async onDetailsButton(): Promise<void> {
    await this.#host.updateComplete;
    this.#columns?.focusDetailsButton();
  }

  /** Whether the newest item of a chat is on the screen. */
  isAtEndOf(contactId: string): boolean {
    return this.#columns?.showsEndOf(contactId) ?? false;
  }

  get #columns(): ChatColumns | null {
    return this.#host.renderRoot.querySelector('connect-chat-chat-columns');
  }
}

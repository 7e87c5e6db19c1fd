import type { LitElement } from 'lit';
import type { ChatColumns } from '../conversation/chat-columns.js';

type Host = Pick<LitElement, 'renderRoot' | 'updateComplete'>;

/** Moves the focus to where the agent continues, once that is rendered. */
export class DeskFocus {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Focuses the composer of a chat, and scrolls the chat into view. */
  async onChat(contactId: string): Promise<void> {
    await this.#host.updateComplete;
    await this.#columns?.updateComplete;
    this.#columns?.bringToFront(contactId);
  }

  /** Opens and focuses the editor of private notes in a chat. */
  async onNote(contactId: string): Promise<void> {
    await this.onChat(contactId);
    this.#columns?.writeNote(contactId);
  }

  /** Opens and focuses the search over canned replies in a chat, or inserts this one where the agent writes. */
  async onReply(contactId: string, text?: string): Promise<void> {
    await this.onChat(contactId);
    this.#columns?.useReply(contactId, text);
  }

  /** Focuses the active chat in the list. */
  async onList(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector('connect-chat-chat-list')?.focusActive();
  }

  /** Focuses the drawer with the customer's details. */
  async onDetails(): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector('connect-chat-customer-panel')?.focus();
  }

  /** Focuses the button that opens the details. */
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

import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../controls.styles.js';
import { isOpen, lastActivity, lastMessage, type AgentChat } from '../agent-chat.js';
import { plainContent } from '../../../shared/plain-content.js';
import { IntentEvent } from '../intent-event.js';
import type { Offer } from '../offer.js';
import { keepOrder, orderChats } from '../order-chats.js';
import { toTimeLabel } from '../time-label.js';
import { chatListStyles } from './chat-list.styles.js';

/**
 * @summary All chats of the agent: those that ring, those that go on, those that have ended. Rows stay where they are
 * while the pointer is over the list.
 * @event connect-chat-intent - The agent selects a chat, or answers one that rings.
 */
export class ChatList extends LitElement {
  static override styles = [controls, chatListStyles];
  static override properties = {
    chats: { attribute: false },
    offers: { attribute: false },
    active: {},
    drafts: { attribute: false },
    now: { attribute: false },
  };

  /** All chats, in the order in which they came. */
  declare chats: readonly AgentChat[];
  /** What rings. */
  declare offers: readonly Offer[];
  /** The contact id of the chat in front. */
  declare active: string | undefined;
  /** Unsent text by contact id. */
  declare drafts: Readonly<Record<string, string>>;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;

  private isHeld = false;
  private shown: readonly string[] = [];

  constructor() {
    super();
    this.chats = [];
    this.offers = [];
    this.drafts = {};
    this.now = Date.now;
    this.addEventListener('pointerenter', () => this.hold(true));
    this.addEventListener('pointerleave', () => this.hold(false));
  }

  private hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    this.requestUpdate();
  }

  /** Puts the focus onto the chat in front, or the first one. */
  focusActive(): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    (rows.find((row) => row.hasAttribute('aria-current')) ?? rows[0])?.focus();
  }

  override render() {
    const open = this.inOrder(this.chats.filter(isOpen));
    const ended = orderChats(this.chats.filter((chat) => !isOpen(chat)));
    this.shown = open.map((chat) => chat.contactId);
    return html`<nav aria-label="Chats">
      ${this.offers.length > 0 ? this.renderRinging() : nothing}
      ${renderGroup('mine', 'My chats', open.length)}
      ${open.length > 0 ? this.renderRows('mine', open) : html`<p class="none">No chats at the moment</p>`}
      ${ended.length > 0 ? [renderGroup('ended', 'Ended', ended.length), this.renderRows('ended', ended)] : nothing}
    </nav>`;
  }

  private inOrder(chats: readonly AgentChat[]): AgentChat[] {
    return this.isHeld ? keepOrder(chats, this.shown) : orderChats(chats);
  }

  private renderRinging() {
    return html`${renderGroup('ringing', 'Ringing', this.offers.length)}
      <ul class="offers" aria-labelledby="ringing">
        ${repeat(
          this.offers,
          (offer) => offer.card.contactId,
          (offer) =>
            html`<li>
              <connect-chat-offer-card .offer=${offer} .now=${this.now}></connect-chat-offer-card>
            </li>`,
        )}
      </ul>`;
  }

  private renderRows(group: string, chats: readonly AgentChat[]) {
    return html`<ul aria-labelledby=${group}>
      ${repeat(
        chats,
        (chat) => chat.contactId,
        (chat) => html`<li>${this.renderRow(chat)}</li>`,
      )}
    </ul>`;
  }

  private renderRow(chat: AgentChat) {
    const { contactId, unread } = chat;
    const time = lastActivity(chat);
    return html`<button
      class="row"
      aria-current=${contactId === this.active ? 'true' : nothing}
      data-unread=${unread > 0}
      @click=${() => this.dispatchEvent(new IntentEvent({ type: 'select', contactId }))}
    >
      <span class="name">${chat.card.customer.displayName}</span>
      <time datetime=${new Date(time).toISOString()}>${toTimeLabel(time, this.now())}</time>
      ${this.renderLine(chat)}
      ${
        unread > 0
          ? html`<span class="count">${unread}<span class="visually-hidden"> unread</span></span>`
          : nothing
      }
    </button>`;
  }

  private renderLine(chat: AgentChat) {
    if (chat.typing !== undefined) return html`<span class="line typing">typing…</span>`;
    const draft = this.drafts[chat.contactId];
    if (draft && chat.contactId !== this.active)
      return html`<span class="line"><span class="draft">Draft:</span> ${draft}</span>`;
    const message = lastMessage(chat);
    const waiting = chat.waiting[chat.waiting.length - 1];
    if (waiting) return html`<span class="line">You: ${plainContent(waiting)}</span>`;
    if (!message) return html`<span class="line">No messages yet</span>`;
    const isOwn = message.participantId === chat.participantId;
    return html`<span class="line">${isOwn ? 'You: ' : nothing}${plainContent(message)}</span>`;
  }
}

const renderGroup = (id: string, title: string, count: number) =>
  html`<h2 id=${id}>${title}${count > 0 ? html` <span class="total">${count}</span>` : nothing}</h2>`;

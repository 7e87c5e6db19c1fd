import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { wallTime } from '../../../../client/wall-time.js';
import { plainContent } from '../../../../shared/plain-content.js';
import { controls } from '../../../theme/controls.styles.js';
import { clockIcon } from '../../../theme/icons.js';
import { durationText, goneText } from '../../../time/time-text.js';
import { isOpen, lastMessage, type AgentChat } from '../../state/agent-chat.js';
import { isNote } from '../../state/private-note.js';
import { IntentEvent } from '../intent-event.js';
import { waitingSince } from '../../state/waiting-since.js';
import { chatListStyles } from './chat-list.styles.js';
import { renderAvatar } from '../render-avatar.js';
import { Ticker } from '../../../time/ticker.js';

/** Milliseconds after which a waiting customer is shown as urgent, and as very urgent. */
const longWait = 60_000;
const tooLongWait = 180_000;

/**
 * @summary All chats of the agent, in the order of their columns. The order never changes: colours and numbers show
 *   which chats wait.
 * @event connect-chat-agent-intent - The agent selects a chat.
 */
export class ChatList extends LitElement {
  static override styles = [controls, chatListStyles];
  static override properties = {
    chats: { attribute: false },
    active: {},
    drafts: { attribute: false },
    now: { attribute: false },
  };

  /** All chats, oldest first. */
  declare chats: readonly AgentChat[];
  /** The contact id of the active chat. */
  declare active: string | undefined;
  /** Unsent text by contact id. */
  declare drafts: Readonly<Record<string, string>>;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;

  constructor() {
    super();
    this.chats = [];
    this.drafts = {};
    this.now = wallTime;
    new Ticker(this, 1000, () =>
      this.chats.some((chat) => waitingSince(chat) !== undefined || goneSince(chat) !== undefined),
    );
  }

  /** Focuses the active chat, or the first one. */
  focusActive(): void {
    const names = [...this.renderRoot.querySelectorAll<HTMLElement>('.name')];
    (names.find((name) => name.hasAttribute('aria-current')) ?? names[0])?.focus();
  }

  override render() {
    const { chats } = this;
    const count = chats.filter(isOpen).length;
    return html`<nav aria-label="Chats">
      <h2>My chats ${count > 0 ? html`<span class="total">${count}</span>` : nothing}</h2>
      ${
        chats.length === 0
          ? html`<p class="none">No chats yet</p>`
          : html`<ul aria-label="Chats">
              ${repeat(
                chats,
                (chat) => chat.contactId,
                (chat, index) => this.renderRow(chat, index),
              )}
            </ul>`
      }
    </nav>`;
  }

  /** Renders a row. The customer's name is the button, which covers the row; the rest of the row describes it. */
  private renderRow(chat: AgentChat, index: number) {
    const { contactId, unread } = chat;
    const { displayName } = chat.card.customer;
    return html`<li
      class="row"
      data-current=${contactId === this.active}
      data-unread=${unread > 0}
      data-open=${isOpen(chat)}
    >
      <button
        class="name"
        aria-describedby="more-${index}"
        aria-current=${contactId === this.active ? 'true' : nothing}
        @click=${() => this.dispatchEvent(new IntentEvent({ type: 'select', contactId }))}
      >
        ${displayName}
      </button>
      ${renderAvatar(displayName)}
      <span class="more" id="more-${index}">
        ${this.renderWaiting(chat)} ${this.renderLine(chat)}
        ${
          unread > 0
            ? html`<span class="count">${unread}<span class="visually-hidden"> unread</span></span>`
            : nothing
        }
      </span>
    </li>`;
  }

  private renderWaiting(chat: AgentChat) {
    if (!isOpen(chat)) return html`<span class="waiting">${chat.wrapUp ? 'Wrap up' : 'Ended'}</span>`;
    const since = waitingSince(chat);
    if (since === undefined) return nothing;
    const waited = this.now() - since;
    const urgency = waited < longWait ? 'fresh' : waited < tooLongWait ? 'long' : 'too-long';
    return html`<span class="waiting" data-urgency=${urgency}>
      ${clockIcon}<span aria-hidden="true">${durationText(waited)}</span>
      <span class="visually-hidden">Waiting for ${durationText(waited, 'long')}</span>
    </span>`;
  }

  private renderLine(chat: AgentChat) {
    if (chat.typing !== undefined) return html`<span class="line typing">typing…</span>`;
    const draft = this.drafts[chat.contactId];
    if (draft && chat.contactId !== this.active)
      return html`<span class="line"><span class="draft">Draft:</span> ${draft}</span>`;
    const since = goneSince(chat);
    if (since !== undefined) return html`<span class="line gone">${goneText(since, this.now())}</span>`;
    const message = lastMessage(chat);
    const waiting = chat.waiting.filter((each) => !isNote(each)).pop();
    if (waiting) return html`<span class="line">You: ${plainContent(waiting)}</span>`;
    if (!message) return html`<span class="line">No messages yet</span>`;
    const isOwn = message.participantId === chat.participantId;
    return html`<span class="line">${isOwn ? 'You: ' : nothing}${plainContent(message)}</span>`;
  }
}

/** When the customer of an open chat lost the connection (ISO 8601). */
const goneSince = (chat: AgentChat): string | undefined =>
  isOpen(chat) ? (chat.card.customer.goneSince ?? undefined) : undefined;

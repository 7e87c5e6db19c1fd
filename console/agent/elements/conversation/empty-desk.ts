import { LitElement, html, nothing } from 'lit';
import type { AgentStatus } from '../../../../shared/agent-status.js';
import { controls } from '../../../theme/controls.styles.js';
import { chatIcon } from '../../../theme/icons.js';
import { IntentEvent } from '../intent-event.js';
import { emptyDeskStyles } from './empty-desk.styles.js';

/** The set-up page links to the console with this hash. */
const firstChatHash = '#first-chat';

/**
 * @summary Shown instead of the chats while there are none: says why, and what the agent can do.
 * @event connect-chat-agent-intent - The agent wants to be available.
 */
export class EmptyDesk extends LitElement {
  static override styles = [controls, emptyDeskStyles];
  static override properties = { status: {}, offers: { type: Number }, isFirstChat: { state: true } };

  /** The agent's status: whether new chats are offered. */
  declare status: AgentStatus;
  /** How many chats are being offered. */
  declare offers: number;
  /** Whether to guide a new administrator through a first chat. */
  declare protected isFirstChat: boolean;

  constructor() {
    super();
    this.status = 'OFFLINE';
    this.offers = 0;
    this.isFirstChat = location.hash === firstChatHash;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A chat has replaced this element: the guide is no longer needed.
    this.endFirstChat();
  }

  private readonly endFirstChat = (): void => {
    if (this.isFirstChat) history.replaceState(history.state, '', location.pathname + location.search);
    this.isFirstChat = false;
  };

  private goAvailable(): void {
    this.dispatchEvent(new IntentEvent({ type: 'status', status: 'AVAILABLE' }));
  }

  override render() {
    if (this.isFirstChat)
      return html`<connect-chat-first-chat
        .status=${this.status}
        .offers=${this.offers}
        @connect-chat-skip=${this.endFirstChat}
      ></connect-chat-first-chat>`;
    const { title, text, isOffline } = wordsFor(this.status, this.offers);
    return html`<div class="picture" data-waiting=${!isOffline}>${chatIcon}</div>
      <h2>${title}</h2>
      <p>${text}</p>
      ${isOffline ? html`<button class="primary" @click=${this.goAvailable}>Go available</button>` : nothing}`;
  }
}

function wordsFor(status: AgentStatus, offers: number) {
  if (offers > 0) return { title: 'New chat', text: 'Accept it to start chatting.', isOffline: false };
  if (status === 'AVAILABLE')
    return {
      title: "You're all set",
      text: 'New chats will ring here.',
      isOffline: false,
    };
  if (status === 'MISSED')
    return {
      title: 'You missed a chat',
      text: 'Go available when you’re ready for new chats.',
      isOffline: true,
    };
  return { title: "You're offline", text: 'Go available to receive chats.', isOffline: true };
}

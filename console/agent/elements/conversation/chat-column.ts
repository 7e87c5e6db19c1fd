import { LitElement, html, nothing } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { Upload } from '../../../../client/uploads.js';
import { FileEvent } from '../../../../widget/events/file-event.js';
import { ChatIntentEvent, type ChatIntent } from '../../../../widget/events/chat-intent-event.js';
import type { ReadMarks } from '../../../../widget/elements/transcript/transcript-view.js';
import { TakeFiles } from '../../../../widget/elements/take-files.js';
import '../../../../widget/elements/define.js';
import '../../../../widget/files/define.js';
import { controls } from '../../../theme/controls.styles.js';
import { backIcon, customerIcon } from '../../../theme/icons.js';
import { goneText } from '../../../time/time-text.js';
import { isOpen, type AgentChat } from '../../state/agent-chat.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import type { AgentTranscript } from './agent-transcript.js';
import { chatColumnStyles } from './chat-column.styles.js';
import { Ticker } from '../../../time/ticker.js';

/**
 * @summary One chat as a column: header, transcript and composer.
 * @event connect-chat-agent-intent - The agent writes, sends, attaches, ends or closes, or moved the focus into this
 *   chat.
 */
export class ChatColumn extends LitElement {
  static override styles = [controls, chatColumnStyles];
  static override properties = {
    chat: { attribute: false },
    draft: {},
    uploads: { attribute: false },
    isLive: { type: Boolean },
    active: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    showsDetails: { type: Boolean },
    now: { attribute: false },
  };

  declare chat: AgentChat;
  /** The unsent text. */
  declare draft: string;
  /** Files that are being uploaded. */
  declare uploads: readonly Upload[];
  /** Whether the console is connected to the service. */
  declare isLive: boolean;
  /** Whether it is the active chat. */
  declare active: boolean;
  /** Whether messages can still be sent; derived from the chat and reflected for styles. */
  declare protected open: boolean;
  /** Whether the customer's details are shown beside the chats. */
  declare showsDetails: boolean;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly dropping = new TakeFiles(this, () => this.open);

  constructor() {
    super();
    this.draft = '';
    this.uploads = [];
    this.isLive = true;
    this.active = false;
    this.open = true;
    this.showsDetails = false;
    this.now = wallTime;
    new Ticker(this, 10_000, () => this.goneSince !== undefined);
    this.addEventListener(ChatIntentEvent.eventName, (event) =>
      this.handleChatIntent(event as ChatIntentEvent),
    );
    this.addEventListener(FileEvent.eventName, (event) => {
      event.stopPropagation();
      this.ask({ type: 'file', contactId: this.chat.contactId, intent: event.intent });
    });
    this.addEventListener('focusin', () => {
      if (!this.active) this.ask({ type: 'touch', contactId: this.chat.contactId });
    });
  }

  /** Focuses the composer, or the heading of a chat that is over. */
  focusComposer(): void {
    const composer = this.renderRoot.querySelector<HTMLElement>('connect-chat-composer');
    (composer ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus();
  }

  /** Focuses the button that shows the customer's details. */
  focusDetailsButton(): void {
    this.renderRoot.querySelector<HTMLElement>('.details')?.focus();
  }

  /** Whether the newest item is on the screen. */
  get showsEnd(): boolean {
    return this.renderRoot.querySelector<AgentTranscript>('connect-chat-agent-transcript')?.showsEnd ?? false;
  }

  private ask(intent: AgentIntent): void {
    this.dispatchEvent(new IntentEvent(intent));
  }

  /** Forwards the intents of the elements shared with the widget, with the contact id. */
  private handleChatIntent(event: ChatIntentEvent): void {
    event.stopPropagation();
    const { contactId } = this.chat;
    const intent: ChatIntent = event.intent;
    switch (intent.type) {
      case 'send':
      case 'draft':
        return this.ask({ type: intent.type, contactId, text: intent.text });
      case 'retry':
      case 'discard':
        return this.ask({ type: intent.type, contactId, clientToken: intent.clientToken });
      case 'seen':
        return this.ask({ type: 'seen', contactId });
      default:
      // The other intents belong to the visitor's panel.
    }
  }

  /** How far the customer has received and read the chat. */
  private get marks(): ReadMarks {
    return this.chat.marks[this.chat.card.customer.participantId] ?? { delivered: 0, read: 0 };
  }

  protected override willUpdate(): void {
    this.open = isOpen(this.chat);
  }

  override render() {
    const { chat } = this;
    const name = chat.card.customer.displayName;
    return html`<section aria-label="Chat with ${name}">
      <header>
        <button class="quiet icon back" aria-label="All chats" @click=${() => this.ask({ type: 'list' })}>
          ${backIcon}
        </button>
        <div class="who">
          <h2 tabindex="-1">${name}</h2>
          <p
            class="state"
            data-typing=${String(Boolean(chat.typing))}
            data-gone=${String(this.goneSince !== undefined)}
          >
            ${this.state}
          </p>
        </div>
        <div class="actions">${this.renderActions()}</div>
      </header>
      <connect-chat-agent-transcript
        .items=${chat.items}
        .count=${chat.items.length}
        .waiting=${chat.waiting}
        .participantId=${chat.participantId}
        .marks=${this.marks}
        .typing=${chat.typing ?? ''}
        .isLive=${this.isLive}
        .isQuiet=${!this.active}
      ></connect-chat-agent-transcript>
      ${this.open ? this.renderComposer() : html`<p class="over">${this.over}</p>`}
    </section>`;
  }

  private renderActions() {
    const { contactId, phase } = this.chat;
    const { showsDetails } = this;
    return html`<button
        class="quiet icon details"
        aria-label="Customer details"
        title="Customer details"
        aria-expanded=${showsDetails}
        @click=${() => this.ask({ type: 'details', contactId, isOpen: !showsDetails })}
      >
        ${customerIcon}
      </button>
      ${
        isOpen(this.chat)
          ? html`<button
              class="small"
              ?disabled=${phase === 'ending'}
              @click=${(event: MouseEvent) => this.ask({ type: 'end', contactId, isByKey: event.detail === 0 })}
            >
              End chat
            </button>`
          : html`<button class="small" @click=${() => this.ask({ type: 'close', contactId })}>Close</button>`
      }`;
  }

  private renderComposer() {
    return html`${this.dropping.isOver ? html`<p class="drop">Drop files here to send them</p>` : nothing}
      <connect-chat-uploads .uploads=${this.uploads}></connect-chat-uploads>
      <connect-chat-composer
        .draft=${this.draft}
        .longMessages=${this.chat.card.longMessages}
        hasFiles
      ></connect-chat-composer>`;
  }

  private get state(): string | typeof nothing {
    const { chat } = this;
    if (chat.typing) return `${chat.typing} is typing…`;
    if (chat.phase === 'ending') return 'Ending…';
    if (!isOpen(chat)) return 'Ended';
    if (this.goneSince !== undefined) return goneText(this.goneSince, this.now());
    const { page } = chat.card;
    return page ? page.title || page.url : 'On the website';
  }

  /** When the customer of an open chat lost the connection (ISO 8601). */
  private get goneSince(): string | undefined {
    return isOpen(this.chat) ? (this.chat.card.customer.goneSince ?? undefined) : undefined;
  }

  private get over(): string {
    return this.chat.phase === 'ended'
      ? 'The chat has ended.'
      : 'This chat ended or was taken over while you were disconnected.';
  }
}

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
import { backIcon } from '../../../theme/icons.js';
import { isOpen, type AgentChat } from '../../state/agent-chat.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { isNote } from '../../state/private-note.js';
import { chatStatus, goneSinceOf, overText } from './chat-status.js';
import type { AgentTranscript } from './agent-transcript.js';
import { chatColumnStyles } from './chat-column.styles.js';
import { ColumnNote } from './column-note.js';
import { ColumnReplies } from './column-replies.js';
import { renderHeaderActions } from './render-header-actions.js';
import { renderNoteTool, renderTools } from './render-tools.js';
import { renderWaitingNotes } from './render-waiting-notes.js';
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
    noteDraft: {},
    uploads: { attribute: false },
    replies: { attribute: false },
    isLive: { type: Boolean },
    active: { type: Boolean, reflect: true },
    open: { type: Boolean, reflect: true },
    showsDetails: { type: Boolean },
    now: { attribute: false },
  };

  declare chat: AgentChat;
  /** The unsent text. */
  declare draft: string;
  /** The private note that is not finished. */
  declare noteDraft: string;
  /** Files that are being uploaded. */
  declare uploads: readonly Upload[];
  /** The canned replies that can be inserted. */
  declare replies: LoadedReplies;
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
  private readonly notes = new ColumnNote(this);
  private readonly picking = new ColumnReplies(this, () => this.ask({ type: 'load-replies' }));
  private readonly dropping = new TakeFiles(this, () => this.open);

  constructor() {
    super();
    this.draft = '';
    this.noteDraft = '';
    this.replies = noReplies;
    this.uploads = [];
    this.isLive = true;
    this.active = false;
    this.open = true;
    this.showsDetails = false;
    this.now = wallTime;
    new Ticker(this, 10_000, () => goneSinceOf(this.chat) !== undefined);
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

  /** Opens the editor of private notes. */
  writeNote(): void {
    this.notes.show(true);
  }

  /** Opens the search over canned replies, or inserts this one. */
  useReply(text: string | undefined): void {
    if (!this.open) return;
    if (text === undefined) this.picking.open('button');
    else this.picking.insert(text);
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
      case 'draft':
        if (intent.text === '/') this.picking.open('slash');
        return this.ask({ type: 'draft', contactId, text: intent.text });
      case 'send':
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
            data-gone=${String(goneSinceOf(chat) !== undefined)}
          >
            ${chatStatus(chat, this.now())}
          </p>
        </div>
        <div class="actions">
          ${renderHeaderActions(chat, this.showsDetails, (intent) => this.ask(intent))}
        </div>
      </header>
      <connect-chat-agent-transcript
        .items=${chat.items}
        .count=${chat.items.length}
        .waiting=${chat.waiting.filter((message) => !isNote(message))}
        .participantId=${chat.participantId}
        .marks=${this.marks}
        .typing=${chat.typing ?? ''}
        .isLive=${this.isLive}
        .isQuiet=${!this.active}
      ></connect-chat-agent-transcript>
      ${this.open ? this.renderComposer() : this.renderOver()}
    </section>`;
  }

  private renderComposer() {
    const { chat } = this;
    const { contactId } = chat;
    return html`${this.renderNotes()} ${this.picking.render()}
      ${renderTools({
        chat,
        isNoting: this.notes.isOpen,
        isPicking: this.picking.isOpen,
        onReplies: () => this.picking.toggle(),
        onNote: () => this.notes.show(!this.notes.isOpen),
        onTransfer: () => this.ask({ type: 'prepare-transfer', contactId }),
      })}
      ${this.dropping.isOver ? html`<p class="drop">Drop files here to send them</p>` : nothing}
      <connect-chat-uploads .uploads=${this.uploads}></connect-chat-uploads>
      <connect-chat-composer
        .draft=${this.draft}
        .longMessages=${this.chat.card.longMessages}
        hasFiles
      ></connect-chat-composer>`;
  }

  /** What is left to do in a chat that is over. */
  private renderOver() {
    const { chat } = this;
    const { contactId, wrapUp } = chat;
    if (!wrapUp) return html`<p class="over">${overText(chat)}</p>`;
    return html`${this.renderNotes()}
      <div class="tools">${renderNoteTool(this.notes.isOpen, () => this.notes.show(!this.notes.isOpen))}</div>
      <connect-chat-wrap-up-form
        .contactId=${contactId}
        .wrapUp=${wrapUp}
        .now=${this.now}
      ></connect-chat-wrap-up-form>`;
  }

  /** The note that is being written, and those that are not stored yet. */
  private renderNotes() {
    const { contactId, waiting } = this.chat;
    return html`${renderWaitingNotes(waiting.filter(isNote), (type, clientToken) =>
      this.ask({ type, contactId, clientToken }),
    )}
    ${this.notes.render()}`;
  }
}

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
import { fillReply } from '../../state/fill-reply.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { isNote } from '../../state/private-note.js';
import type { ReplyCancelEvent, ReplyEvent } from '../canned-replies/reply-event.js';
import type { AgentTranscript } from './agent-transcript.js';
import { chatColumnStyles } from './chat-column.styles.js';
import { insertText } from './insert-text.js';
import { renderNoteTool, renderTools } from './render-tools.js';
import { renderWaitingNotes } from './render-waiting-notes.js';
import { Ticker } from '../../../time/ticker.js';

/**
 * @summary One chat as a column: whom with, transcript, composer.
 * @event connect-chat-agent-intent - The agent writes, sends, ends, or comes here.
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
    isNoting: { state: true },
    isPicking: { state: true },
  };

  declare chat: AgentChat;
  /** The unsent text. */
  declare draft: string;
  /** The private note that is not finished. */
  declare noteDraft: string;
  /** Files on their way. */
  declare uploads: readonly Upload[];
  /** The canned replies that can be inserted. */
  declare replies: LoadedReplies;
  /** Whether there is a connection. */
  declare isLive: boolean;
  /** Whether it is the chat in front. */
  declare active: boolean;
  /** Whether messages can still be sent. */
  declare open: boolean;
  /** Whether what is known of the customer is shown beside the chats. */
  declare showsDetails: boolean;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  /** Whether a private note is being written. */
  declare private isNoting: boolean;
  /** Whether a canned reply is being chosen, opened by its button or by a slash. */
  declare private isPicking: false | 'button' | 'slash';
  private readonly dropping = new TakeFiles(this, () => this.open);

  constructor() {
    super();
    this.draft = '';
    this.noteDraft = '';
    this.isNoting = false;
    this.isPicking = false;
    this.replies = noReplies;
    this.uploads = [];
    this.isLive = true;
    this.active = false;
    this.open = true;
    this.showsDetails = false;
    this.now = wallTime;
    new Ticker(this, 10_000, () => this.goneSince !== undefined);
    this.addEventListener(ChatIntentEvent.eventName, (event) => this.handleTalk(event as ChatIntentEvent));
    this.addEventListener(FileEvent.eventName, (event) => {
      event.stopPropagation();
      this.ask({ type: 'file', contactId: this.chat.contactId, intent: event.intent });
    });
    this.addEventListener('focusin', () => {
      if (!this.active) this.ask({ type: 'touch', contactId: this.chat.contactId });
    });
  }

  /** Puts the cursor where the agent writes, or onto the transcript of a chat that is over. */
  focusComposer(): void {
    const composer = this.renderRoot.querySelector<HTMLElement>('connect-chat-composer');
    (composer ?? this.renderRoot.querySelector<HTMLElement>('h2'))?.focus();
  }

  /** Puts the focus onto what shows the customer's details. */
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

  /** What the shared elements ask for, with the contact that it is about. */
  private handleTalk(event: ChatIntentEvent): void {
    event.stopPropagation();
    const { contactId } = this.chat;
    const intent: ChatIntent = event.intent;
    switch (intent.type) {
      case 'draft':
        if (intent.text === '/') this.showReplies('slash');
        return this.ask({ type: 'draft', contactId, text: intent.text });
      case 'send':
        return this.ask({ type: intent.type, contactId, text: intent.text });
      case 'retry':
      case 'discard':
        return this.ask({ type: intent.type, contactId, clientToken: intent.clientToken });
      case 'seen':
        return this.ask({ type: 'seen', contactId });
      default:
      // The rest is for panels of a visitor.
    }
  }

  /** How far the customer has got. */
  private get marks(): ReadMarks {
    return this.chat.marks[this.chat.card.customer.participantId] ?? { delivered: 0, read: 0 };
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
              ?disabled=${phase !== 'open'}
              @click=${(event: MouseEvent) => this.ask({ type: 'end', contactId, isByKey: event.detail === 0 })}
            >
              End chat
            </button>`
          : this.chat.wrapUp
            ? nothing
            : html`<button class="small" @click=${() => this.ask({ type: 'close', contactId })}>
                Close
              </button>`
      }`;
  }

  private renderComposer() {
    const { chat } = this;
    const { contactId } = chat;
    return html`${this.renderNotes()} ${this.isPicking ? this.renderReplies() : nothing}
      ${renderTools({
        chat,
        isNoting: this.isNoting,
        isPicking: Boolean(this.isPicking),
        onReplies: () => (this.isPicking ? this.closeReplies('') : this.showReplies('button')),
        onNote: () => this.showNoteEditor(!this.isNoting),
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
    if (!wrapUp) return html`<p class="over">${this.over}</p>`;
    return html`${this.renderNotes()}
      <div class="tools">${renderNoteTool(this.isNoting, () => this.showNoteEditor(!this.isNoting))}</div>
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
    ${this.isNoting ? this.renderNoteEditor() : nothing}`;
  }

  private renderReplies() {
    return html`<connect-chat-reply-picker
      .replies=${this.replies}
      @connect-chat-reply=${({ reply }: ReplyEvent) => this.insertReply(reply.text)}
      @connect-chat-reply-cancel=${({ search }: ReplyCancelEvent) => this.closeReplies(search)}
    ></connect-chat-reply-picker>`;
  }

  private showReplies(by: 'button' | 'slash'): void {
    this.isPicking = by;
    this.ask({ type: 'load-replies' });
  }

  /** Nothing that was typed is lost: what follows a slash may have been meant for the customer. */
  private closeReplies(search: string): void {
    const isTyped = this.isPicking === 'slash' && search !== '';
    this.isPicking = false;
    const composer = this.renderRoot.querySelector('connect-chat-composer')!;
    if (isTyped) insertText(composer, { text: `/${search}`, replacesAll: true });
    else composer.focus();
  }

  private insertReply(text: string): void {
    const replacesAll = this.isPicking === 'slash';
    this.isPicking = false;
    const filled = fillReply(text, this.chat.card, this.replies.agentName);
    insertText(this.renderRoot.querySelector('connect-chat-composer')!, { ...filled, replacesAll });
  }

  private renderNoteEditor() {
    return html`<connect-chat-note-editor
      .contactId=${this.chat.contactId}
      .draft=${this.noteDraft}
      @close=${() => this.showNoteEditor(false)}
    ></connect-chat-note-editor>`;
  }

  private showNoteEditor(isShown: boolean): void {
    this.isNoting = isShown;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(isShown ? 'connect-chat-note-editor' : '.note')?.focus(),
    );
  }

  private get state(): string | typeof nothing {
    const { chat } = this;
    if (chat.typing) return `${chat.typing} is typing…`;
    if (chat.phase === 'ending') return 'Ending…';
    if (chat.phase === 'transferring') return 'Transferring…';
    if (!isOpen(chat)) return 'Ended';
    if (this.goneSince !== undefined) return goneText(this.goneSince, this.now());
    const { page } = chat.card;
    return page ? page.title || page.url : 'On the website';
  }

  /** Since when the customer of a chat that goes on is gone. */
  private get goneSince(): string | undefined {
    return isOpen(this.chat) ? (this.chat.card.customer.goneSince ?? undefined) : undefined;
  }

  private get over(): string {
    return this.chat.phase === 'ended'
      ? 'The chat has ended.'
      : 'This chat ended or was taken over while you were disconnected.';
  }
}

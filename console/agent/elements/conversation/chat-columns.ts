import { LitElement, html } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Upload } from '../../../../client/uploads.js';
import { isOpen, type AgentChat } from '../../state/agent-chat.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { noteDraftOf } from '../../state/private-note.js';
import type { ChatColumn } from './chat-column.js';
import { chatColumnsStyles } from './chat-columns.styles.js';

/** Pixels: a column is never narrower, and this far from the next. */
const narrowest = 316;
const gap = 12;

/**
 * @summary The agent's chats side by side. As many are shown as fit whole; the others are reached by scrolling, by the
 * list, or by key. None is ever cut off.
 */
export class ChatColumns extends LitElement {
  static override styles = chatColumnsStyles;
  static override properties = {
    chats: { attribute: false },
    active: {},
    drafts: { attribute: false },
    uploadsOf: { attribute: false },
    replies: { attribute: false },
    isLive: { type: Boolean },
    showsDetails: { type: Boolean },
    now: { attribute: false },
  };

  /** All chats, in the order in which they came. */
  declare chats: readonly AgentChat[];
  /** The contact id of the chat in front. */
  declare active: string | undefined;
  /** Unsent text by contact id. */
  declare drafts: Readonly<Record<string, string>>;
  /** The files on their way in a chat. */
  declare uploadsOf: (contactId: string) => readonly Upload[];
  /** The canned replies that can be inserted. */
  declare replies: LoadedReplies;
  /** Whether there is a connection. */
  declare isLive: boolean;
  /** Whether what is known of the customer in front is shown beside the chats. */
  declare showsDetails: boolean;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  private readonly resized = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    this.chats = [];
    this.drafts = {};
    this.uploadsOf = () => [];
    this.replies = noReplies;
    this.isLive = true;
    this.showsDetails = false;
    this.now = wallTime;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  /** Scrolls a chat into view, and puts the cursor where the agent writes. */
  bringToFront(contactId: string): void {
    const column = this.columnOf(contactId);
    column?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    column?.focusComposer();
  }

  /** Whether the newest item of a chat is on the screen. */
  showsEndOf(contactId: string): boolean {
    return this.columnOf(contactId)?.showsEnd ?? false;
  }

  /** Puts the focus onto what opens the details of the customer in front. */
  focusDetailsButton(): void {
    if (this.active !== undefined) this.columnOf(this.active)?.focusDetailsButton();
  }

  private columnOf(contactId: string): ChatColumn | undefined {
    const columns = [...this.renderRoot.querySelectorAll('connect-chat-chat-column')];
    return columns.find(({ chat }) => chat.contactId === contactId);
  }

  private measure(): void {
    const fitting = Math.max(1, Math.floor((this.clientWidth - gap) / (narrowest + gap)));
    this.style.setProperty('--shown', String(Math.min(fitting, Math.max(1, this.chats.length))));
  }

  protected override updated(): void {
    this.measure();
  }

  override render() {
    return html`${repeat(
      this.chats,
      (chat) => chat.contactId,
      (chat) => this.renderColumn(chat),
    )}`;
  }

  private renderColumn(chat: AgentChat) {
    const isActive = chat.contactId === this.active;
    return html`<connect-chat-chat-column
      ?active=${isActive}
      .open=${isOpen(chat)}
      .chat=${chat}
      .draft=${this.drafts[chat.contactId] ?? ''}
      .noteDraft=${this.drafts[noteDraftOf(chat.contactId)] ?? ''}
      .uploads=${this.uploadsOf(chat.contactId)}
      .replies=${this.replies}
      .isLive=${this.isLive}
      .showsDetails=${isActive && this.showsDetails}
      .now=${this.now}
    ></connect-chat-chat-column>`;
  }
}

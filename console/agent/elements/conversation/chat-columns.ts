import { LitElement, html } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Upload } from '../../../../client/uploads.js';
import type { AgentChat } from '../../state/agent-chat.js';
import { noReplies, type LoadedReplies } from '../../state/loaded-replies.js';
import { noteDraftOf } from '../../state/private-note.js';
import type { ChatColumn } from './chat-column.js';
import { chatColumnsStyles } from './chat-columns.styles.js';

/** The minimum width of a column and the gap between columns, in pixels. */
const minColumnWidth = 316;
const gap = 12;

/**
 * @summary The agent's chats side by side. The element shows as many as fit without being cut off. The others are
 *   reached by scrolling, from the list, or by keyboard.
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

  /** All chats, oldest first. */
  declare chats: readonly AgentChat[];
  /** The contact id of the active chat. */
  declare active: string | undefined;
  /** Unsent text by contact id. */
  declare drafts: Readonly<Record<string, string>>;
  /** Returns the files that are being uploaded in a chat. */
  declare uploadsOf: (contactId: string) => readonly Upload[];
  /** The canned replies that can be inserted. */
  declare replies: LoadedReplies;
  /** Whether the console is connected to the service. */
  declare isLive: boolean;
  /** Whether the details of the active chat's customer are shown beside the chats. */
  declare showsDetails: boolean;
  /** Returns the current time, in milliseconds since 1970. */
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

  /** Scrolls a chat into view, and focuses its composer. */
  bringToFront(contactId: string): void {
    const column = this.columnOf(contactId);
    column?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    column?.focusComposer();
  }

  /** Whether the newest item of a chat is on the screen. */
  showsEndOf(contactId: string): boolean {
    return this.columnOf(contactId)?.showsEnd ?? false;
  }

  /** Focuses the button that opens the details of the active chat. */
  focusDetailsButton(): void {
    if (this.active !== undefined) this.columnOf(this.active)?.focusDetailsButton();
  }

  /** Opens the editor of private notes in a chat. */
  writeNote(contactId: string): void {
    this.columnOf(contactId)?.writeNote();
  }

  /** Opens the search over canned replies in a chat, or inserts this one. */
  useReply(contactId: string, text: string | undefined): void {
    this.columnOf(contactId)?.useReply(text);
  }

  private columnOf(contactId: string): ChatColumn | undefined {
    const columns = [...this.renderRoot.querySelectorAll('connect-chat-chat-column')];
    return columns.find(({ chat }) => chat.contactId === contactId);
  }

  private measure(): void {
    const fitting = Math.max(1, Math.floor((this.clientWidth - gap) / (minColumnWidth + gap)));
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

import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { OutgoingMessage } from '../../../client/outgoing.js';
import type { ParticipantRole, TranscriptItem } from '../../../shared/transcript-item.js';
import { DrawnEvent } from '../../events/drawn-event.js';
import { ChatIntentEvent } from '../../events/chat-intent-event.js';
import { en, type Strings } from '../../strings/en.js';
import { eventText } from '../../strings/event-text.js';
import { fill } from '../../strings/fill.js';
import { speakerName } from '../../strings/speaker-name.js';
import { renderPhoto } from '../../photo/render-photo.js';
import { findLast } from '../find-last.js';
import { initialsOf } from '../initials.js';
import { chatIcon } from '../launcher-icons.js';
import { reset } from '../reset.styles.js';
import { EndFollower } from './end-follower.js';
import { isGrouped } from './is-grouped.js';
import { isWide, renderBody, textBody } from './message-body.js';
import { renderDivider } from './render-divider.js';
import { renderOutgoing } from './render-outgoing.js';
import { timeText } from './time-text.js';
import { page, TranscriptWindow } from './transcript-window.js';
import { transcriptStyles } from './transcript.styles.js';

/** How far the other participants have received and read: numbers of the contact's log. */
export interface ReadMarks {
  delivered: number;
  read: number;
}

/**
 * @summary A chat's items in order, then the messages that are not stored yet. It stays at the end while the reader
 * is there. For a reader who has scrolled back it stays in place, and offers a button to new messages.
 */
export class TranscriptView extends LitElement {
  static override styles = [reset, transcriptStyles];
  static override properties = {
    items: { attribute: false },
    count: { type: Number },
    waiting: { attribute: false },
    participantId: {},
    ownRole: {},
    canAnswer: { type: Boolean },
    hasNames: { type: Boolean },
    roleNames: { attribute: false },
    photoOf: { attribute: false },
    marks: { attribute: false },
    typing: {},
    welcome: {},
    heading: {},
    isLive: { type: Boolean },
    strings: { attribute: false },
    hasMore: { state: true },
  };

  /** In order of `seq`; may be the same array with more items in it, see `count`. */
  declare items: readonly TranscriptItem[];
  /** The number of items: shows that the same array has grown. */
  declare count: number;
  /** Messages that are not stored yet, in order. */
  declare waiting: readonly OutgoingMessage[];
  /** The participant whose messages stand on the reader's side. */
  declare participantId: string | undefined;
  /** A role whose messages stand on the reader's side too: those of earlier chats. */
  declare ownRole: ParticipantRole | undefined;
  /** Whether interactive messages can be answered. */
  declare canAnswer: boolean;
  /** Whether messages have names above them, and pictures or initials beside them. */
  declare hasNames: boolean;
  /** Names of roles in the notes about who joined or left. */
  declare roleNames: Partial<Record<ParticipantRole, string>> | undefined;
  /** Returns the address of the sender's picture, if there is one. */
  declare photoOf: ((item: TranscriptItem) => string | undefined) | undefined;
  /** How far the other participants have received and read. */
  declare marks: ReadMarks;
  /** Who is typing; empty if no participant is. */
  declare typing: string;
  /** The welcome message, which is not in the log; empty for none. */
  declare welcome: string;
  /** The sender of the welcome message: the chat's title. */
  declare heading: string;
  /** Whether the chat is connected: waiting messages are being sent. */
  declare isLive: boolean;
  declare strings: Strings;

  /** Whether there are new items below what the reader sees. */
  declare protected hasMore: boolean;
  /** The number of the reader's last message. */
  #lastOwn = 0;
  readonly #end = new EndFollower(() => this.#log);
  readonly #drawn = new TranscriptWindow(this, () => this.#log);

  constructor() {
    super();
    this.items = [];
    this.count = 0;
    this.waiting = [];
    this.canAnswer = false;
    this.hasNames = true;
    this.marks = { delivered: 0, read: 0 };
    this.typing = '';
    this.welcome = '';
    this.heading = '';
    this.isLive = true;
    this.strings = en;
    this.hasMore = false;
    // Content that is loaded after its message changes the height of the transcript.
    this.addEventListener(DrawnEvent.eventName, () => this.#end.follow());
  }

  /** Whether messages have pictures or initials. */
  protected get hasAvatars(): boolean {
    return this.hasNames;
  }

  get #log(): HTMLElement {
    return this.renderRoot.querySelector('.log')!;
  }

  #handleScroll(): void {
    this.#end.handleScroll();
    if (!this.#end.isAtEnd) return this.#drawn.handleScroll();
    this.hasMore = false;
    this.dispatchEvent(new ChatIntentEvent({ type: 'seen' }));
  }

  #handleEarlier(): void {
    this.#end.isAtEnd = false;
    this.#drawn.showEarlier();
  }

  /** Shows the newest item. */
  scrollToEnd(): void {
    this.hasMore = false;
    this.#end.scrollToEnd();
  }

  /** Whether the reader sees the newest item. */
  get showsEnd(): boolean {
    return this.#end.isAtEnd;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const grew = changed.has('count') && this.count > (Number(changed.get('count')) || 0);
    // Someone who sends a message wants to see it.
    if (changed.has('waiting') && this.waiting.length > (changed.get('waiting') as [])?.length)
      this.#end.isAtEnd = true;
    if (grew && !this.#end.isAtEnd) this.hasMore = true;
  }

  /** The end also stays in view when the height of the transcript changes. */
  protected override firstUpdated(): void {
    new ResizeObserver(() => this.#end.follow()).observe(this.#log);
  }

  protected override updated(): void {
    // Reading the height forces a layout: an empty transcript does without.
    if (this.#end.isAtEnd && this.items.length + this.waiting.length > 0) this.scrollToEnd();
  }

  override render() {
    const { items, strings, typing, waiting } = this;
    const from = this.#drawn.choose(items.length, this.#end.isAtEnd);
    const isOwn = ({ type, participantId }: TranscriptItem): boolean =>
      type !== 'EVENT' && participantId === this.participantId;
    this.#lastOwn = findLast(items, isOwn)?.seq ?? 0;
    return html`<div
        class="log ${this.hasAvatars ? 'faces' : ''}"
        part="transcript"
        role="log"
        aria-label=${strings.messages}
        tabindex="0"
        @scroll=${this.#handleScroll}
      >
        ${from > 0 ? this.#renderEarlier() : nothing}
        ${this.welcome && from === 0 ? this.#renderWelcome() : nothing}
        ${this.#renderPages(from)}${waiting.map((message, index) => renderOutgoing(this, message, index))}
      </div>
      <div class="typing" aria-live="polite">
        ${
          typing
            ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
                >${fill(strings.isTyping, { name: typing })}`
            : nothing
        }
      </div>
      ${
        this.hasMore
          ? html`<button class="newest" part="newest-button" @click=${() => this.scrollToEnd()}>
              ${strings.jumpToNewest}
            </button>`
          : nothing
      }`;
  }

  #renderWelcome() {
    const body = textBody(this.welcome, this.strings);
    return html`<div class="message other first" part="message message-other">
      <span class="name"><span>${this.heading}</span></span>
      ${this.hasAvatars ? renderAvatar(chatIcon) : nothing}
      <div class="bubble" part="bubble bubble-other welcome" dir="auto">${body}</div>
    </div>`;
  }

  /** Items by pages; those before index `from` are not rendered. */
  #renderPages(from: number): unknown[] {
    const { items } = this;
    const pages: unknown[] = [];
    for (let first = 0; first < items.length; first += page)
      pages.push(
        first < from
          ? nothing
          : items
              .slice(first, first + page)
              .map((item, index) => this.#renderItem(item, items[first + index - 1])),
      );
    return pages;
  }

  #renderEarlier() {
    return html`<button class="earlier" part="earlier-button" @click=${this.#handleEarlier}>
      ${this.strings.earlierMessages}
    </button>`;
  }

  #renderItem(item: TranscriptItem, before: TranscriptItem | undefined) {
    return html`${renderDivider(item, before, this.strings)}${
      item.type === 'EVENT' ? this.#renderEvent(item) : this.renderMessage(item, before)
    }`;
  }

  protected renderMessage(item: TranscriptItem, before: TranscriptItem | undefined): unknown {
    const isOwn = this.#isOwn(item);
    const isFirst = !before || !isGrouped(before, item);
    const kind = isOwn ? 'own' : item.participantRole === 'SYSTEM' ? 'system' : 'other';
    const name = isOwn ? this.strings.you : speakerName(item, this.strings);
    const shape = isWide(item) ? 'wide' : 'bubble';
    const body = renderBody(item, this.canAnswer && item.seq > this.#lastOwn, this.strings);
    const isNamed = isFirst && kind === 'other' && this.hasNames;
    return html`<div class="message ${kind} ${isFirst ? 'first' : ''}" part="message message-${kind}">
      <span class=${isFirst && kind !== 'system' ? 'name' : 'visually-hidden'}>
        <span class=${isNamed ? '' : 'visually-hidden'}>${name}${isNamed ? nothing : ':'}</span>
        ${isFirst ? html`<time>${timeText(item.absoluteTime, this.strings)}</time>` : nothing}
      </span>
      ${isFirst ? this.#renderAvatar(item, isOwn) : nothing}
      <div class=${shape} part="bubble bubble-${kind}" dir="auto">${body}</div>
      ${isOwn ? this.#renderState(item) : nothing}
    </div>`;
  }

  /** The sender, once for a group of messages: a picture, initials, or an icon if the sender is no person. */
  #renderAvatar(item: TranscriptItem, isOwn: boolean) {
    const { participantRole, displayName } = item;
    const photo = renderPhoto(this.photoOf?.(item));
    if (photo === nothing && (isOwn || !this.hasAvatars)) return nothing;
    return renderAvatar([participantRole === 'AGENT' ? initialsOf(displayName ?? '') : chatIcon, photo]);
  }

  /** Visitors have another participant in each chat; their messages stand on the same side. */
  #isOwn({ participantId, participantRole }: TranscriptItem): boolean {
    return (
      participantId === this.participantId || (participantRole === this.ownRole && this.ownRole !== undefined)
    );
  }

  /** Whether the reader's last message was sent, delivered or read. */
  #renderState({ seq, participantId }: TranscriptItem) {
    const { marks, strings } = this;
    if (participantId !== this.participantId || seq !== this.#lastOwn) return nothing;
    const text = seq <= marks.read ? strings.read : seq <= marks.delivered ? strings.delivered : strings.sent;
    return html`<span class="state">${text}</span>`;
  }

  #renderEvent(item: TranscriptItem) {
    const name = this.roleNames?.[item.participantRole!] ?? item.displayName ?? '';
    return this.#isOwn(item) ? nothing : renderNote(eventText(item, name, this.strings));
  }
}

const renderAvatar = (content: unknown) =>
  html`<span class="avatar" part="picture" aria-hidden="true">${content}</span>`;

/** A page may hide a note by an empty text. */
const renderNote = (text: string) => (text ? html`<p class="note">${text}</p>` : nothing);

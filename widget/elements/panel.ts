import { LitElement, html, nothing } from 'lit';
import type { SessionState } from '../../client/chat-session-options.js';
import type { OutgoingMessage } from '../../client/outgoing.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { TalkEvent, type TalkIntent } from '../events/talk-event.js';
import { en, type Strings } from '../strings/en.js';
import type { Composer } from './composer.js';
import { downIcon, endIcon } from './icons.js';
import { panelStyles } from './panel.styles.js';
import { reset } from './reset.styles.js';
import type { ReadMarks, TranscriptView } from './transcript-view.js';

/** What a panel shows; the root replaces it at each change. */
export interface Conversation {
  state: SessionState;
  /** What went wrong for good, in a sentence. */
  failure: string;
  items: readonly TranscriptItem[];
  waiting: readonly OutgoingMessage[];
  participantId: string | undefined;
  marks: ReadMarks;
  typing: string;
}

/**
 * @summary The open chat: header, connection state, transcript, composer. It shows what it is given, and asks by events.
 * @csspart header @csspart minimise-button @csspart end-button @csspart banner @csspart transcript @csspart composer
 */
export class Panel extends LitElement {
  static override styles = [reset, panelStyles];
  static override properties = {
    conversation: { attribute: false },
    heading: {},
    welcome: {},
    draft: {},
    isInline: { type: Boolean },
    strings: { attribute: false },
  };

  declare conversation: Conversation;
  /** The chat's name, and the dialog's. */
  declare heading: string;
  declare welcome: string;
  declare draft: string;
  /** Whether it is a part of the page, and can't be minimised. */
  declare isInline: boolean;
  declare strings: Strings;

  constructor() {
    super();
    this.heading = '';
    this.welcome = '';
    this.draft = '';
    this.isInline = false;
    this.strings = en;
  }

  /** Puts the cursor where the visitor goes on. */
  focusFirst(): void {
    const target = this.renderRoot.querySelector<Composer>('connect-chat-composer');
    (target ?? this.renderRoot.querySelector<HTMLElement>('.over button'))?.focus();
  }

  /** Whether the newest item is on the screen. */
  get showsEnd(): boolean {
    return this.renderRoot.querySelector<TranscriptView>('connect-chat-transcript')?.showsEnd ?? false;
  }

  private ask(intent: TalkIntent): () => void {
    return () => this.dispatchEvent(new TalkEvent(intent));
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing && !this.isInline) this.ask({ type: 'minimise' })();
  }

  private get isUnderWay(): boolean {
    const { state } = this.conversation;
    return state === 'connecting' || state === 'live' || state === 'reconnecting';
  }

  override render() {
    const { conversation, strings } = this;
    return html`<div
      class="panel"
      part="panel"
      role=${this.isInline ? 'region' : 'dialog'}
      aria-labelledby="title"
      @keydown=${this.handleKey}
    >
      ${this.renderHeader()} ${this.renderBanner()}
      <connect-chat-transcript
        exportparts="transcript,welcome,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button"
        .items=${conversation.items}
        .count=${conversation.items.length}
        .waiting=${conversation.waiting}
        .participantId=${conversation.participantId}
        .marks=${conversation.marks}
        .typing=${conversation.typing}
        .welcome=${this.welcome}
        .isLive=${conversation.state === 'live'}
        .strings=${strings}
      ></connect-chat-transcript>
      ${
        conversation.state === 'ended'
          ? html`<div class="over">
              <p>${strings.ended}.</p>
              <button @click=${this.ask({ type: 'restart' })}>${strings.startNewChat}</button>
            </div>`
          : html`<connect-chat-composer
              part="composer"
              exportparts="composer-input,send-button"
              .draft=${this.draft}
              .strings=${strings}
            ></connect-chat-composer>`
      }
    </div>`;
  }

  private renderHeader() {
    const { strings } = this;
    return html`<header part="header">
      <div class="titles">
        <h2 id="title">${this.heading}</h2>
        <p class="who">${this.agentName}</p>
      </div>
      ${
        this.isUnderWay
          ? html`<button
              part="end-button"
              aria-label=${strings.endChat}
              title=${strings.endChat}
              @click=${this.ask({ type: 'end' })}
            >
              ${endIcon}
            </button>`
          : nothing
      }
      ${
        this.isInline
          ? nothing
          : html`<button
              part="minimise-button"
              aria-label=${strings.minimise}
              title=${strings.minimise}
              @click=${this.ask({ type: 'minimise' })}
            >
              ${downIcon}
            </button>`
      }
    </header>`;
  }

  /** Whom the visitor talks with: the last agent who said something, or joined. */
  private get agentName(): string {
    const { items } = this.conversation;
    for (let index = items.length - 1; index >= 0; index -= 1)
      if (items[index]!.participantRole === 'AGENT') return items[index]!.displayName ?? '';
    return '';
  }

  private renderBanner() {
    const { strings, conversation } = this;
    const { state, failure, waiting } = conversation;
    if (state === 'connecting')
      return html`<div class="banner" part="banner" role="status"><p>${strings.connecting}</p></div>`;
    if (state === 'reconnecting')
      return html`<div class="banner" part="banner" role="status">
        <p>${strings.reconnecting} ${waiting.length > 0 ? strings.keptOffline : nothing}</p>
        <button @click=${this.ask({ type: 'reconnect' })}>${strings.tryNow}</button>
      </div>`;
    if (state !== 'failed') return html`<div role="status"></div>`;
    return html`<div class="banner bad" part="banner" role="alert">
      <p>${failure}</p>
      <button @click=${this.ask({ type: 'restart' })}>${strings.tryAgain}</button>
    </div>`;
  }
}

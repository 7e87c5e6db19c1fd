import { html, type TemplateResult } from 'lit';
import type { ChatSession } from '../client/chat-session.js';
import type { SessionState } from '../client/chat-session-options.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import type { Panel } from './elements/panel.js';
import type { ReadMarks } from './elements/transcript-view.js';
import { ChatEvent, type ChatEventDetails } from './events/chat-event.js';
import type { TalkIntent } from './events/talk-event.js';
import { en } from './strings/en.js';
import { countUnread } from './unread.js';

/** Milliseconds for which somebody counts as writing after the last sign of it. */
const typingShown = 6_000;
/** Milliseconds for which items of a replay are gathered: thousands come one by one, and are drawn a few times. */
const gathered = 30;

/** What a conversation needs of the element that shows it. */
export interface ConversationHost extends HTMLElement {
  requestUpdate(): void;
  readonly updateComplete: Promise<unknown>;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Whether the panel is shown. */
  readonly isShown: boolean;
  hide(): Promise<void>;
  configuration: WidgetConfiguration | undefined;
  /** Asks the service what the widget looks like now. */
  refresh(): Promise<void>;
}

/** What a conversation needs of its session. */
export type ConversationSession = Pick<ChatSession, keyof ChatSession>;

/** Milliseconds between two looks at the configuration while the panel is open and no socket would tell. */
const lookedEvery = 1_500;

/** A visitor's chat behind the launcher: owns the session, turns what happens into events and into the panel. */
export class Conversation {
  readonly session: ConversationSession;
  readonly #host: ConversationHost;
  #marks: ReadMarks = { delivered: 0, read: 0 };
  #ownRead = 0;
  #unread = 0;
  #typing = '';
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  #draft = '';
  #gathering: ReturnType<typeof setTimeout> | undefined;
  /** The chat whose start the page knows: it is told once, not at each reconnection. */
  #told: string | undefined;
  /** Whether the connection was lost: what was changed meanwhile nobody told. */
  #isInterrupted = false;
  readonly #undos: (() => void)[];

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.session = session;
    const markRead = (): void => this.markRead();
    document.addEventListener('visibilitychange', markRead);
    const looking = setInterval(() => this.#look(), lookedEvery);
    this.#undos = [
      () => document.removeEventListener('visibilitychange', markRead),
      () => clearInterval(looking),
      followScheme(() => host.requestUpdate()),
      session.on('configuration', (configuration) => (host.configuration = configuration)),
      session.on('state', (state) => this.#handleState(state)),
      session.on('items', (added, isLive) => this.#handleItems(added, isLive)),
      session.on('outbox', () => this.#host.requestUpdate()),
      session.on('typing', ({ displayName }) => this.#showTyping(displayName)),
      session.on('receipt', (receipt) => this.#handleReceipt(receipt)),
      session.on('error', ({ code, message }) => this.#tell('connect-chat-error', { code, message })),
    ];
  }

  /** Takes up what this browser kept: the draft, and the chat if there is one. */
  async restore(): Promise<void> {
    const draft = await this.session.store.readDraft();
    // Whoever was quick has begun another.
    if (!this.#draft && draft) {
      this.#draft = draft;
      this.#host.requestUpdate();
    }
    await this.session.restore();
  }

  destroy(): void {
    clearTimeout(this.#typingTimer);
    clearTimeout(this.#gathering);
    this.#undos.forEach((undo) => undo());
    this.session.destroy();
  }

  /** How many messages the visitor has not seen. */
  get unread(): number {
    return this.#unread;
  }

  /** Puts the cursor where the visitor goes on. */
  async focus(): Promise<void> {
    await this.#host.updateComplete;
    await this.#panel?.updateComplete;
    this.#panel?.focusFirst();
  }

  /** What the visitor sees is read: the panel is open, its end is shown, the page is in front. */
  markRead(): void {
    const { items } = this.session;
    const last = items[items.length - 1];
    const isSeen = this.#host.isShown && document.visibilityState === 'visible' && this.#panel?.showsEnd;
    if (last && isSeen && last.seq > this.#ownRead) {
      this.#ownRead = last.seq;
      this.session.read(last.seq);
    }
    this.#count();
  }

  setDraft(text: string): void {
    this.#draft = text;
    void this.session.store.writeDraft(text);
    this.#host.requestUpdate();
  }

  /** Does what the visitor asked for by the panel. */
  handle(intent: TalkIntent): void {
    const { session } = this;
    switch (intent.type) {
      case 'send':
        this.setDraft('');
        return quietly(session.send(intent.text));
      case 'draft':
        this.setDraft(intent.text);
        return session.typing();
      case 'retry':
        return session.retry(intent.clientToken);
      case 'discard':
        return session.discard(intent.clientToken);
      case 'seen':
        return this.markRead();
      case 'minimise':
        return quietly(this.#host.hide());
      case 'end':
        return quietly(session.end());
      case 'restart':
        return quietly(session.start().then(() => this.focus()));
      case 'reconnect':
        return session.reconnectNow();
    }
  }

  render({ theme, texts }: WidgetConfiguration, isInline: boolean): TemplateResult {
    const { session } = this;
    const scheme = theme.colorScheme === 'auto' ? preferredScheme() : theme.colorScheme;
    return html`<connect-chat-panel
      exportparts="panel,header,minimise-button,end-button,banner,transcript,welcome,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,earlier-button,composer,composer-input,send-button"
      .state=${session.state}
      .failure=${session.failure?.message ?? ''}
      .items=${session.items}
      .count=${session.items.length}
      .waiting=${session.waiting}
      .participantId=${session.participantId}
      .marks=${this.#marks}
      .typing=${this.#typing}
      .scheme=${scheme}
      .logoUrl=${theme.logoUrl}
      .heading=${texts.title}
      .welcome=${texts.welcome}
      .draft=${this.#draft}
      .isInline=${isInline}
      .strings=${en}
    ></connect-chat-panel>`;
  }

  /** A live chat's socket tells of changes; an open panel without one looks for itself. */
  #look(): void {
    const isSeen = this.#host.isShown && document.visibilityState === 'visible';
    if (isSeen && this.session.state !== 'live') void this.#host.refresh();
  }

  get #panel(): Panel | null {
    return this.#host.renderRoot.querySelector<Panel>('connect-chat-panel');
  }

  #tell<Name extends keyof ChatEventDetails>(name: Name, detail: ChatEventDetails[Name]): void {
    this.#host.dispatchEvent(new ChatEvent(name, detail));
  }

  #handleState(state: SessionState): void {
    const { contactId } = this.session;
    if (state === 'live' && contactId !== undefined && contactId !== this.#told) {
      this.#told = contactId;
      this.#tell('connect-chat-start', { contactId });
    }
    if (state === 'live' && this.#isInterrupted) void this.#host.refresh();
    this.#isInterrupted = state === 'reconnecting';
    if (state === 'ended') this.#tell('connect-chat-end', { contactId });
    if (state === 'idle') {
      this.#marks = { delivered: 0, read: 0 };
      this.#ownRead = 0;
    }
    this.#host.requestUpdate();
  }

  #handleItems(added: readonly TranscriptItem[], isLive: boolean): void {
    for (const item of added) {
      if (this.#typing && item.participantId !== this.session.participantId) this.#showTyping('');
      if (isLive && item.type !== 'EVENT') this.#tell('connect-chat-message', item);
    }
    if (isLive) this.#showItems();
    else this.#gathering ??= setTimeout(() => this.#showItems(), gathered);
  }

  #showItems(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (!this.#host.isShown) this.#count();
    this.#host.requestUpdate();
  }

  #handleReceipt({ participantId, delivered, read }: { participantId: string } & ReadMarks): void {
    const { session } = this;
    if (participantId === session.participantId) this.#ownRead = Math.max(this.#ownRead, read);
    else
      this.#marks = {
        delivered: Math.max(this.#marks.delivered, delivered, read),
        read: Math.max(this.#marks.read, read),
      };
    this.#count();
    this.#host.requestUpdate();
  }

  #count(): void {
    const unread = countUnread(this.session, this.#ownRead);
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#tell('connect-chat-unread', { count: unread });
    this.#host.requestUpdate();
  }

  #showTyping(name: string): void {
    clearTimeout(this.#typingTimer);
    this.#typing = name;
    if (name) this.#typingTimer = setTimeout(() => this.#showTyping(''), typingShown);
    this.#host.requestUpdate();
  }
}

let query: MediaQueryList | undefined;
/** One for the page: to make another at each drawing costs more than the drawing. */
const darkScheme = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'));
const preferredScheme = (): 'light' | 'dark' => (darkScheme().matches ? 'dark' : 'light');

/** Calls back when the visitor turns the lights on or off; older browsers show it at the next occasion. */
function followScheme(changed: () => void): () => void {
  const query = darkScheme();
  query.addEventListener?.('change', changed);
  return () => query.removeEventListener?.('change', changed);
}

/** What went wrong is shown by the session's own state. */
function quietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}

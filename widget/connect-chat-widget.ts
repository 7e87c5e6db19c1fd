import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { ChatError } from '../client/chat-error.js';
import type { ChatSession } from '../client/chat-session.js';
import { readKeptChat, type WidgetAddress } from '../client/kept-chat.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import { applyTheme } from './apply-theme.js';
import { loadConfiguration } from './configuration.js';
import { connectChatWidgetStyles } from './connect-chat-widget.styles.js';
import { chatIcon, downIcon } from './elements/icons.js';
import type { Conversation, Panel } from './elements/panel.js';
import { reset } from './elements/reset.styles.js';
import { ChatEvent } from './events/chat-event.js';
import type { TalkEvent, TalkIntent } from './events/talk-event.js';
import { rememberOpen, wasOpen } from './panel-memory.js';
import { en } from './strings/en.js';
import { countUnread } from './unread.js';

/** Milliseconds for which somebody counts as writing after the last sign of it. */
const typingShown = 6_000;
const strings = en;

/**
 * @summary A website's chat: the icon in the corner, and the conversation behind it.
 * @csspart launcher - the round button @csspart unread - the number on it
 * @csspart panel @csspart header @csspart transcript @csspart bubble @csspart composer
 * @cssprop --connect-chat-font, --connect-chat-header-color, --connect-chat-header-text-color
 * @cssprop --connect-chat-agent-bubble-color, --connect-chat-agent-text-color
 * @cssprop --connect-chat-customer-bubble-color, --connect-chat-customer-text-color
 * @cssprop --connect-chat-width, --connect-chat-height, --connect-chat-radius, --connect-chat-z-index
 */
export class ConnectChatWidget extends LitElement {
  static override styles = [reset, connectChatWidgetStyles];
  static override properties = {
    widgetId: { attribute: 'widget-id' },
    serviceUrl: { attribute: 'service-url' },
    language: {},
    mode: { reflect: true },
    open: { type: Boolean, reflect: true },
    authenticate: { attribute: false },
    contactAttributes: { attribute: false },
    customerName: { attribute: false },
    supportedMessagingContentTypes: { attribute: false },
    configuration: { state: true },
    hasTalk: { state: true },
    draft: { state: true },
  };
  /** The service of widgets that name none: where their script came from. */
  static defaultServiceUrl = '';

  /** Which widget this is. */
  declare widgetId: string;
  /** The service's origin. */
  declare serviceUrl: string;
  /** The visitor's language (BCP 47); the widget's own if left out. */
  declare language: string | undefined;
  /** `floating`: an icon at the bottom right. `inline`: a part of the page. */
  declare mode: 'floating' | 'inline';
  /** Whether the panel is open. */
  declare open: boolean;
  /** Gives a JSON Web Token of this website; asked at each start of a chat, never twice at once. */
  declare authenticate: (() => Promise<string>) | undefined;
  /** What the page knows of the visitor; agents see that it is not verified. */
  declare contactAttributes: Record<string, string> | undefined;
  /** What agents call the visitor: 1 to 256 characters. */
  declare customerName: string | (() => Promise<string | undefined>) | undefined;
  /** Content types that agents and flows may send; all that the widget shows, if left out. */
  declare supportedMessagingContentTypes: string[] | undefined;

  declare protected configuration: WidgetConfiguration | undefined;
  declare protected hasTalk: boolean;
  declare protected draft: string;
  private talk: Promise<ChatSession> | undefined;
  private session: ChatSession | undefined;
  private marks = { delivered: 0, read: 0 };
  private ownRead = 0;
  private unread = 0;
  private typing = '';
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private isIntended = false;
  private readonly handleVisibility = (): void => this.markRead();

  constructor() {
    super();
    this.widgetId = '';
    this.serviceUrl = (this.constructor as typeof ConnectChatWidget).defaultServiceUrl;
    this.mode = 'floating';
    this.open = false;
    this.hasTalk = false;
    this.draft = '';
    this.addEventListener('connect-chat-talk', (event) => this.handleIntent((event as TalkEvent).intent));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.handleVisibility);
    if (this.widgetId) void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.handleVisibility);
    clearTimeout(this.typingTimer);
    this.session?.destroy();
    this.session = undefined;
    this.talk = undefined;
    this.hasTalk = false;
  }

  /** The launcher that a snippet draws before this code is there gives its place. */
  private removeStandIn(): void {
    this.renderRoot.querySelector('[data-stand-in]')?.remove();
  }

  private get address(): WidgetAddress {
    return { serviceUrl: this.serviceUrl, widgetId: this.widgetId };
  }

  private async load(): Promise<void> {
    try {
      this.configuration = await loadConfiguration(this.address);
    } catch (reason) {
      this.removeStandIn();
      this.report(reason as ChatError);
      return;
    }
    await this.updateComplete;
    this.dispatchEvent(new ChatEvent('connect-chat-ready', { widgetId: this.widgetId }));
    const hasChat = readKeptChat(this.address) !== undefined;
    if (hasChat || this.mode === 'inline') await this.prepare();
    const isNarrow = matchMedia('(max-width: 480px)').matches;
    if (hasChat && !this.open && wasOpen(this.address) && !isNarrow) this.open = true;
  }

  /** Loads what talking needs, and continues the chat that this browser kept. */
  private prepare(): Promise<ChatSession> {
    this.talk ??= import('./talk.js').then(
      async ({ ChatSession }) => {
        const session = this.createSession(ChatSession);
        this.session = session;
        this.draft = await session.store.readDraft();
        await session.restore();
        this.hasTalk = true;
        return session;
      },
      () => {
        this.talk = undefined;
        throw this.report(new ChatError('UNREACHABLE', strings.unavailable));
      },
    );
    return this.talk;
  }

  private createSession(Session: typeof ChatSession): ChatSession {
    const session = new Session({
      ...this.address,
      language: this.language,
      // Asked through the element each time: the page may set them at any moment before.
      ...(this.authenticate && { authenticate: () => this.authenticate!() }),
      customerName: () => this.nameOfCustomer(),
      contactAttributes: () => this.contactAttributes,
      supportedMessagingContentTypes: () => this.supportedMessagingContentTypes,
      page: () => ({
        url: location.href.slice(0, 2048),
        title: document.title.slice(0, 512),
        referrer: document.referrer.slice(0, 2048),
      }),
    });
    session.on('state', (state) => this.handleState(state));
    session.on('items', (added, isLive) => this.handleItems(added, isLive));
    session.on('outbox', () => this.requestUpdate());
    session.on('typing', ({ displayName }) => this.showTyping(displayName));
    session.on('receipt', (receipt) => this.handleReceipt(receipt));
    session.on('error', (error) => this.report(error));
    return session;
  }

  private async nameOfCustomer(): Promise<string | undefined> {
    const { customerName } = this;
    const name = typeof customerName === 'function' ? await customerName() : customerName;
    if (name === undefined) return undefined;
    if (typeof name === 'string' && name.length >= 1 && name.length <= 256) return name;
    console.error('Connect Chat: customerName takes a text of 1 to 256 characters.');
    return undefined;
  }

  private handleState(state: ChatSession['state']): void {
    const contactId = this.session?.contactId;
    if (state === 'live' && contactId !== undefined)
      this.dispatchEvent(new ChatEvent('connect-chat-start', { contactId }));
    if (state === 'ended') this.dispatchEvent(new ChatEvent('connect-chat-end', { contactId }));
    if (state === 'idle') {
      this.marks = { delivered: 0, read: 0 };
      this.ownRead = 0;
    }
    this.requestUpdate();
  }

  private handleItems(added: readonly TranscriptItem[], isLive: boolean): void {
    for (const item of added) {
      if (item.participantId !== this.session?.participantId) this.showTyping('');
      if (isLive && item.type !== 'EVENT') this.dispatchEvent(new ChatEvent('connect-chat-message', item));
    }
    this.requestUpdate();
  }

  private handleReceipt({
    participantId,
    delivered,
    read,
  }: { participantId: string } & Conversation['marks']): void {
    if (participantId === this.session?.participantId) this.ownRead = Math.max(this.ownRead, read);
    else
      this.marks = {
        delivered: Math.max(this.marks.delivered, delivered, read),
        read: Math.max(this.marks.read, read),
      };
    this.requestUpdate();
  }

  private showTyping(name: string): void {
    clearTimeout(this.typingTimer);
    this.typing = name;
    if (name) this.typingTimer = setTimeout(() => this.showTyping(''), typingShown);
    this.requestUpdate();
  }

  /** Tells the page, and whoever looks into its console what to check. */
  private report(error: ChatError): ChatError {
    const { code, message } = error;
    const hint = code === 'ORIGIN_REFUSED' ? ` Register ${location.origin} in the widget's domains.` : '';
    console.warn(`Connect Chat: ${message}${hint} (${code})`);
    this.dispatchEvent(new ChatEvent('connect-chat-error', { code, message }));
    return error;
  }

  private get panel(): Panel | null {
    return this.renderRoot.querySelector<Panel>('connect-chat-panel');
  }

  /** What the visitor sees is read: the panel is open, its end is shown, the page is in front. */
  private markRead(): void {
    const { session } = this;
    const last = session?.items[session.items.length - 1];
    const isSeen = this.isShown && document.visibilityState === 'visible' && this.panel?.showsEnd;
    if (!session || !last || !isSeen || last.seq <= this.ownRead) return;
    this.ownRead = last.seq;
    session.read(last.seq);
    this.requestUpdate();
  }

  private get isShown(): boolean {
    return this.hasTalk && (this.open || this.mode === 'inline');
  }

  private handleIntent(intent: TalkIntent): void {
    const { session } = this;
    if (!session) return;
    const quietly = (promise: Promise<unknown>): void => void promise.catch(() => undefined);
    switch (intent.type) {
      case 'send':
        this.keepDraft('');
        return quietly(session.send(intent.text));
      case 'draft':
        this.keepDraft(intent.text);
        return session.typing();
      case 'retry':
        return session.retry(intent.clientToken);
      case 'discard':
        return session.discard(intent.clientToken);
      case 'seen':
        return this.markRead();
      case 'minimise':
        return quietly(this.hide());
      case 'end':
        return quietly(this.endChat());
      case 'restart':
        return quietly(session.start().then(() => this.panel?.focusFirst()));
      case 'reconnect':
        return session.reconnectNow();
    }
  }

  private keepDraft(text: string): void {
    this.draft = text;
    void this.session?.store.writeDraft(text);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const unread = this.isShown && this.panel?.showsEnd ? 0 : countUnread(this.session, this.ownRead);
    if (unread !== this.unread) {
      this.unread = unread;
      this.dispatchEvent(new ChatEvent('connect-chat-unread', { count: unread }));
    }
    if (changed.has('open') && changed.get('open') !== undefined)
      this.dispatchEvent(new ChatEvent(this.open ? 'connect-chat-open' : 'connect-chat-close', undefined));
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('widgetId') && changed.get('widgetId') !== undefined && this.isConnected)
      void this.load();
    if (changed.has('configuration') && this.configuration) {
      this.removeStandIn();
      applyTheme(this.renderRoot.querySelector('#root')!, this.configuration.theme);
    }
    if (changed.has('open')) this.handleOpen();
    // The panel draws itself after this element: only then is there something to be seen.
    void this.panel?.updateComplete.then(() => this.markRead());
  }

  private handleOpen(): void {
    if (this.open) void this.talkNow();
    if (this.isIntended || this.open) rememberOpen(this.address, this.open);
    this.isIntended = true;
  }

  private async talkNow(): Promise<void> {
    const session = await this.prepare();
    if (session.state === 'idle' && this.open) session.start().catch(() => undefined);
    await this.updateComplete;
    await this.panel?.updateComplete;
    this.panel?.focusFirst();
  }

  /** Opens the panel; the chat starts with that. Resolves once it can be written in. */
  async show(): Promise<void> {
    this.open = true;
    await this.prepare();
    await this.updateComplete;
  }

  /** Closes the panel; the chat goes on. A chat that is over is forgotten. */
  async hide(): Promise<void> {
    this.open = false;
    if (this.session?.state === 'ended') await this.session.reset();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus();
  }

  toggle(): Promise<void> {
    return this.open ? this.hide() : this.show();
  }

  /** Starts a chat, or gives the one under way. Rejects with an error that has a stable `code`. */
  async startChat(): Promise<{ contactId: string }> {
    return (await this.prepare()).start();
  }

  /** Says something for the visitor; resolves with its item once it is stored. */
  async send(text: string): Promise<TranscriptItem> {
    return (await this.prepare()).send(text);
  }

  /** Puts a text into the composer, for the visitor to send. */
  async prefill(text: string): Promise<void> {
    await this.prepare();
    this.keepDraft(text);
    await this.updateComplete;
  }

  /** Ends the chat, after everything that was said is stored. */
  async endChat(): Promise<void> {
    await this.session?.end();
  }

  /** Signs the visitor out: forgets everything that this browser kept of the chat. */
  async reset(): Promise<void> {
    const session = await this.prepare();
    this.open = false;
    await session.reset();
    this.draft = '';
  }

  override render() {
    return html`<div id="root" data-mode=${this.mode}>
      ${this.isShown ? this.renderPanel() : nothing}
      ${this.configuration && this.mode !== 'inline' ? this.renderLauncher() : nothing}
    </div>`;
  }

  private renderLauncher() {
    if (this.open)
      return html`<button
        class="launcher close"
        part="launcher"
        aria-label=${strings.closeChat}
        @click=${() => this.hide()}
      >
        ${downIcon}
      </button>`;
    const prepare = () => void this.prepare().catch(() => undefined);
    return html`<button
      class="launcher"
      part="launcher"
      aria-label=${strings.startChat}
      aria-haspopup="dialog"
      aria-describedby="unread"
      @click=${() => this.show()}
      @pointerenter=${prepare}
      @focus=${prepare}
      @touchstart=${{ handleEvent: prepare, passive: true }}
    >
      ${chatIcon}
      <span id="unread" role="status"
        >${
          this.unread > 0
            ? html`<span class="unread" part="unread" aria-hidden="true">${this.unread}</span
                ><span class="visually-hidden">${strings.newMessages(this.unread)}</span>`
            : nothing
        }</span
      >
    </button>`;
  }

  private renderPanel() {
    const { session, configuration } = this;
    if (!session || !configuration) return nothing;
    const { title, welcome } = configuration.texts;
    const conversation: Conversation = {
      state: session.state,
      failure: session.failure?.message ?? '',
      items: session.items,
      waiting: session.waiting,
      participantId: session.participantId,
      marks: this.marks,
      typing: this.typing,
    };
    return html`<connect-chat-panel
      exportparts="panel,header,minimise-button,end-button,banner,transcript,welcome,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,composer,composer-input,send-button"
      .conversation=${conversation}
      .heading=${title}
      .welcome=${welcome}
      .draft=${this.draft}
      .isInline=${this.mode === 'inline'}
      .strings=${strings}
    ></connect-chat-panel>`;
  }
}

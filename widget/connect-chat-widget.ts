import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { ChatError } from '../client/chat-error.js';
import { isKept, keyOf, type WidgetAddress } from '../client/kept-chat.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import type { Customization } from './configuration/customise.js';
import { applyTheme } from './configuration/apply-theme.js';
import { loadConfiguration } from './configuration/load-configuration.js';
import { connectChatWidgetStyles } from './launcher/launcher.styles.js';
import type { ConversationSession } from './conversation/conversation-host.js';
import type { Conversation } from './conversation/conversation.js';
import { chatIcon, downIcon } from './elements/launcher-icons.js';
import { reset } from './elements/reset.styles.js';
import { ChatEvent } from './events/chat-event.js';
import type { ChatIntentEvent } from './events/chat-intent-event.js';
import { wasOpen } from './page/was-open.js';
import type * as OpenChat from './conversation/open-chat.js';
import { takeFocus } from './page/take-focus.js';

/**
 * @summary A website's chat: the icon in the corner, and the conversation behind it.
 * @tag connect-chat-widget
 *
 * @fires connect-chat-ready - The configuration is there, and the launcher can be seen: `{widgetId}`.
 * @fires connect-chat-open - The panel was opened: by the visitor, a method, or the `open` attribute. As `toggle` of
 *   `<details>`, it is told of every change, so that a page hears of those that other code made.
 * @fires connect-chat-close - The panel was closed, likewise.
 * @fires connect-chat-start - A chat is under way, started or continued by this page: `{contactId}`.
 * @fires connect-chat-connection - The connection is there, or was lost and comes back by itself: `{isConnected, contactId, participantId}`.
 * @fires connect-chat-participant - Somebody joined or left: `{item, isPresent}`.
 * @fires connect-chat-message - Somebody said something, the visitor too: the item.
 * @fires connect-chat-unread - How many messages the visitor has not seen: `{count}`.
 * @fires connect-chat-end - The chat is over: `{contactId}`.
 * @fires connect-chat-error - Something was refused: `{code, message}`.
 *
 * @csspart launcher - The button; round, or longer where it has a text.
 * @csspart teaser - The last message beside it, while the panel is closed.
 * @csspart unread - The number on it.
 * @csspart panel - The open chat.
 * @csspart header - Its head, with `logo`, `menu-button`, `menu`, `end-button` and `minimise-button`.
 * @csspart banner - What is said of the connection.
 * @csspart form - The questions before a chat, or the message that is left, with `submit-button`.
 * @csspart survey - What is asked after a chat, with `submit-button`.
 * @csspart transcript - What was said, with `welcome`, `picture`, `earlier-button` and `newest-button`.
 * @csspart message - One message; also `message-own`, `message-other`, `message-system`.
 * @csspart bubble - What is around its words; also `bubble-own`, `bubble-other`, `bubble-system`.
 * @csspart composer - Where a message is written, with `composer-input`, `emoji-button` and `send-button`.
 *
 * @cssprop --connect-chat-font - The names of fonts.
 * @cssprop --connect-chat-font-size - Of everything in the panel.
 * @cssprop --connect-chat-header-color - Behind the title.
 * @cssprop --connect-chat-header-text-color - Of the title.
 * @cssprop --connect-chat-agent-bubble-color - Behind what agents say.
 * @cssprop --connect-chat-agent-text-color - Of what agents say.
 * @cssprop --connect-chat-customer-bubble-color - Behind what the visitor says.
 * @cssprop --connect-chat-customer-text-color - Of what the visitor says.
 * @cssprop --connect-chat-accent-color - Of links, focus rings, stars, avatars and buttons.
 * @cssprop --connect-chat-surface-color - Of the panel.
 * @cssprop --connect-chat-text-color - On the panel.
 * @cssprop --connect-chat-open-icon-background-color - Of the launcher.
 * @cssprop --connect-chat-open-icon-color - Of its picture.
 * @cssprop --connect-chat-launcher-offset-x - The launcher's distance from the side, 20px.
 * @cssprop --connect-chat-launcher-offset-y - Its distance from the bottom, 20px.
 * @cssprop --connect-chat-width - Of the panel, 372px.
 * @cssprop --connect-chat-height - Of the panel, 600px.
 * @cssprop --connect-chat-radius - Of its corners, 16px.
 * @cssprop --connect-chat-z-index - Where it stands among the page's layers, 2147480000.
 */
export class ConnectChatWidget extends LitElement {
  static override styles = [reset, connectChatWidgetStyles];
  static override properties = {
    widgetId: { attribute: 'widget-id' },
    serviceUrl: { attribute: 'service-url' },
    language: {},
    mode: { reflect: true, useDefault: true },
    open: { type: Boolean, reflect: true },
    authenticate: { attribute: false },
    contactAttributes: { attribute: false },
    customerName: { attribute: 'customer-name' },
    supportedMessagingContentTypes: { attribute: false },
    customization: { attribute: false },
    initialMessage: { attribute: 'initial-message' },
    chatDurationInMinutes: { type: Number, attribute: 'chat-duration-in-minutes' },
    startElsewhere: { attribute: false },
    hideLauncher: { type: Boolean, attribute: 'hide-launcher' },
    configuration: { attribute: false },
    conversation: { state: true },
    isExpected: { state: true },
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
  /** What this page has otherwise than the widget's configuration. */
  declare customization: Customization | undefined;
  /** Sent for the visitor as the first message once they open the panel, which starts the chat: 1 to 1,024 characters. */
  declare initialMessage: string | undefined;
  /** Minutes after which a chat ends by itself: 60 to 10,080; 1,500 if left out. */
  declare chatDurationInMinutes: number | undefined;
  /** Starts the chat by the website's own server; gives the participant token. */
  declare startElsewhere: (() => Promise<string>) | undefined;
  /** Whether the page has a launcher of its own; ours is shown while a chat is under way. */
  declare hideLauncher: boolean;

  /** How the widget looks and what it says: as loaded, until the service says otherwise. */
  declare configuration: WidgetConfiguration | undefined;
  declare protected conversation: Conversation | undefined;
  /** Whether the visitor seems to be about to open the panel: it is drawn by then, and not shown. */
  declare protected isExpected: boolean;
  protected loading: Promise<WidgetConfiguration> | undefined;
  #prepared: Promise<Conversation> | undefined;
  #loadedFor: string | undefined;

  constructor() {
    super();
    this.widgetId = '';
    this.serviceUrl = (this.constructor as typeof ConnectChatWidget).defaultServiceUrl;
    this.mode = 'floating';
    this.open = false;
    this.isExpected = false;
    this.addEventListener('connect-chat-intent', (event) =>
      this.conversation?.handle((event as ChatIntentEvent).intent),
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#refreshIfSeen);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#refreshIfSeen);
    // A page that moves the element has put it in again by then: the chat goes on as it is.
    queueMicrotask(() => this.isConnected || this.#drop());
  }

  #drop(): void {
    this.conversation?.destroy();
    this.conversation = this.#prepared = this.#loadedFor = this.loading = undefined;
  }

  /** Which widget of which service. */
  get address(): WidgetAddress {
    return { serviceUrl: this.serviceUrl, widgetId: this.widgetId };
  }

  /** Whether the panel is shown. */
  get isShown(): boolean {
    return this.conversation !== undefined && (this.open || this.mode === 'inline');
  }

  async #load(): Promise<void> {
    const { address } = this;
    try {
      const configuration = await this.loadOnce();
      if (this.widgetId !== address.widgetId) return;
      this.configuration = configuration;
    } catch (reason) {
      this.#removeStandIn();
      this.#report(reason as ChatError);
      return;
    }
    await this.updateComplete;
    this.dispatchEvent(new ChatEvent('connect-chat-ready', { widgetId: this.widgetId }));
    const isKnown = isKept(() => localStorage, keyOf(address)) || wasOpen(address);
    if (isKnown || this.open || this.mode === 'inline') await this.#prepare();
    if (this.conversation?.wasOpen) this.open = true;
  }

  /** Takes up what an administrator has changed; what is there stays where nobody answers. */
  async refresh(): Promise<void> {
    const { configuration: known, widgetId } = this;
    const loaded = known && (await this.#ask().catch(() => undefined));
    // What came by the chat's socket meanwhile is newer.
    if (!loaded || widgetId !== this.widgetId || known !== this.configuration) return;
    // Drawn again only where something is otherwise.
    if (JSON.stringify(loaded) !== JSON.stringify(known)) this.configuration = loaded;
  }

  /** A page that was in the background for long shows what is true now. */
  readonly #refreshIfSeen = (): void => {
    if (document.visibilityState === 'visible') void this.refresh();
  };

  #ask(): Promise<WidgetConfiguration> {
    return loadConfiguration(this.address, this.language);
  }

  /** The configuration; asked for again after a failure only. */
  protected loadOnce(): Promise<WidgetConfiguration> {
    this.loading ??= this.#ask().catch((reason: unknown) => {
      this.loading = undefined;
      throw reason;
    });
    return this.loading;
  }

  /** Loads what talking needs, and continues the chat that this browser kept. */
  #prepare(): Promise<Conversation> {
    this.#prepared ??= this.#createConversation().catch((reason: unknown) => {
      this.#prepared = undefined;
      throw reason;
    });
    return this.#prepared;
  }

  async #createConversation(): Promise<Conversation> {
    await this.updateComplete;
    // Where the website is not registered there is nobody to talk with.
    const configuration = await this.loadOnce();
    this.configuration ??= configuration;
    const openChat = await import('./conversation/open-chat.js').catch(() => {
      throw this.#report(new ChatError('UNREACHABLE', 'The chat cannot be loaded at the moment.'));
    });
    const conversation = new openChat.Conversation(this, this.createSession(openChat));
    await conversation.speak();
    // It can be written in while this browser's keeping is still asked.
    this.conversation = conversation;
    conversation.restore();
    return conversation;
  }

  /** The chat behind the panel; a preview has another. */
  protected createSession({ openSession }: typeof OpenChat): ConversationSession {
    return openSession(this);
  }

  /** Tells the page, and whoever looks into its console what to check. */
  #report(error: ChatError): ChatError {
    const { code, message } = error;
    // A browser does not show a page the answer to a website that is not registered: both look the same here.
    const isRefused = code === 'ORIGIN_REFUSED' || code === 'UNREACHABLE';
    const hint = isRefused ? ` Is ${location.origin} among the domains of the widget?` : '';
    console.warn(`Connect Chat: ${message}${hint} (${code})`);
    this.dispatchEvent(new ChatEvent('connect-chat-error', { code, message }));
    return error;
  }

  /** The launcher that a snippet draws before this code is there gives its place. */
  #removeStandIn(): void {
    this.renderRoot.querySelector('[data-stand-in]')?.remove();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.widgetId && this.#loadedFor !== this.widgetId && this.isConnected) {
      if (this.#loadedFor !== undefined) this.#drop();
      this.#loadedFor = this.widgetId;
      void this.#load();
    }
    if (changed.has('configuration') && this.configuration) {
      this.#removeStandIn();
      applyTheme(this.renderRoot.querySelector('#root')!, this.configuration.theme);
    }
    if (changed.has('configuration') || changed.has('language') || changed.has('customization'))
      void this.conversation?.speak();
    if (changed.has('open') && (this.open || changed.get('open') !== undefined)) this.#handleOpen();
    // The panel draws itself after this element: only then is there something to be seen.
    const panel = this.renderRoot.querySelector('connect-chat-panel') as LitElement | null;
    void panel?.updateComplete.then(() => this.conversation?.markRead());
  }

  #handleOpen(): void {
    this.dispatchEvent(new ChatEvent(this.open ? 'connect-chat-open' : 'connect-chat-close', undefined));
    if (this.open)
      this.#prepare()
        .then((conversation) => conversation.opened())
        .catch(() => undefined);
  }

  /**
   * Opens the panel. Resolves once it can be written in: the chat starts with the first message, or with the panel where
   * the widget's `startOn` is `open`.
   */
  async show(): Promise<void> {
    this.open = true;
    await this.#prepare();
    await this.updateComplete;
  }

  /** Closes the panel; the chat goes on. A chat that is over is forgotten. */
  async hide(): Promise<void> {
    this.open = false;
    if (this.conversation?.session.state === 'ended') await this.conversation.forget();
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector('.launcher'));
    this.isExpected = false;
  }

  toggle(): Promise<void> {
    return this.open ? this.hide() : this.show();
  }

  /** Starts a chat, or gives the one under way. Rejects with an error that has a stable `code`. */
  async startChat(): Promise<{ contactId: string }> {
    return (await this.#prepare()).session.start();
  }

  /** Says something for the visitor; resolves with its item once it is stored. */
  async send(text: string): Promise<TranscriptItem> {
    return (await this.#prepare()).session.send(text);
  }

  /** Puts a text into the composer, for the visitor to send. */
  async prefill(text: string): Promise<void> {
    (await this.#prepare()).setDraft(text);
    await this.updateComplete;
  }

  /** Ends the chat, after everything that was said is stored. */
  async endChat(): Promise<void> {
    await (await this.#prepare()).session.end();
  }

  /** Signs the visitor out: forgets everything that this browser kept of the chat. */
  async reset(): Promise<void> {
    const conversation = await this.#prepare();
    this.open = false;
    await conversation.reset();
  }

  get #hasLauncher(): boolean {
    return !this.hideLauncher || this.conversation?.isUnderWay === true;
  }

  override render() {
    const { configuration, conversation } = this;
    const isInline = this.mode === 'inline';
    const side = configuration && !isInline ? configuration.theme.launcherPosition : '';
    return html`<div id="root" data-mode=${this.mode} data-side=${side}>
      ${configuration ? conversation?.render(configuration, isInline, this.isExpected) : nothing}
      ${configuration && !isInline && this.#hasLauncher ? this.#renderLauncher(configuration) : nothing}
    </div>`;
  }

  #renderLauncher({ texts, theme }: WidgetConfiguration) {
    const { conversation } = this;
    if (this.open)
      return html`<button
        class="launcher close"
        part="launcher"
        aria-label=${conversation?.strings.closeChat ?? 'Close'}
        @click=${() => this.hide()}
      >
        ${downIcon}
      </button>`;
    const expect = () => {
      this.isExpected = true;
      this.#prepare().catch(() => undefined);
    };
    // What is spoken holds what is written (WCAG 2.5.3).
    const label = theme.launcherLabel || texts.launcher;
    const news = conversation?.news;
    return html`${conversation?.renderTeaser()}<button
        class="launcher"
        part="launcher"
        aria-label=${news ? `${label}. ${news}` : label}
        aria-haspopup="dialog"
        @click=${() => this.show().catch(() => undefined)}
        @pointerenter=${expect}
        @focus=${expect}
      >
        ${chatIcon}${theme.launcherLabel ? html`<span class="label">${label}</span>` : nothing}${conversation?.renderUnread()}
      </button>`;
  }
}

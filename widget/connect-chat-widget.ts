import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { ChatError } from '../client/chat-error.js';
import { isKept, keyOf, type WidgetAddress } from '../client/kept-chat.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import type { WidgetConfiguration } from '../shared/widget-config.js';
import { Lazy } from './async/lazy.js';
import { applyTheme } from './configuration/apply-theme.js';
import { ConfigurationLoader } from './configuration/configuration-loader.js';
import type { Customization } from './configuration/customise.js';
import { reportError } from './configuration/report-error.js';
import type { ConversationSession } from './conversation/conversation-host.js';
import type { Conversation } from './conversation/conversation.js';
import type * as OpenChat from './conversation/open-chat.js';
import { reset } from './elements/reset.styles.js';
import { dispatchChatEvent } from './events/chat-event.js';
import { connectChatWidgetStyles } from './launcher/launcher.styles.js';
import { renderLauncher } from './launcher/render-launcher.js';
import { takeFocus } from './page/take-focus.js';
import { wasOpen } from './page/was-open.js';

/**
 * @summary A website's chat: a launcher, and the panel that it opens.
 * @tag connect-chat-widget
 *
 * @fires {ChatEvent} connect-chat-ready - The configuration has arrived, and the launcher is visible: `{widgetId}`.
 * @fires {ChatEvent} connect-chat-open - The panel was opened: by the visitor, a method or the `open` attribute. Like
 *   `toggle` of `<details>`, it is dispatched for every change, so that a page learns of those that other code made.
 * @fires {ChatEvent} connect-chat-close - The panel was closed.
 * @fires {ChatEvent} connect-chat-start - This page started or continued a chat: `{contactId}`.
 * @fires {ChatEvent} connect-chat-connection - The connection was established, or lost; the widget reconnects by itself: `{isConnected, contactId, participantId}`.
 * @fires {ChatEvent} connect-chat-participant - A participant joined or left: `{item, isPresent}`.
 * @fires {ChatEvent} connect-chat-message - A participant, or the visitor, sent a message: the item.
 * @fires {ChatEvent} connect-chat-unread - The number of messages that the visitor has not seen has changed: `{count}`.
 * @fires {ChatEvent} connect-chat-end - The chat ended: `{contactId}`.
 * @fires {ChatEvent} connect-chat-error - The service refused something: `{code, message}`.
 *
 * @csspart launcher - The button that opens the panel; round, or longer if it has a text.
 * @csspart teaser - The last message beside the launcher, while the panel is closed.
 * @csspart unread - The number of unread messages on the launcher.
 * @csspart panel - The open chat.
 * @csspart header - The panel's header, with `logo`, `menu-button`, `menu`, `end-button` and `minimise-button`.
 * @csspart banner - The state of the connection.
 * @csspart form - The questions before a chat, or the offline message, with `submit-button`.
 * @csspart survey - The survey after a chat, with `submit-button`.
 * @csspart transcript - The messages, with `welcome`, `picture`, `earlier-button` and `newest-button`.
 * @csspart message - One message; also `message-own`, `message-other`, `message-system`.
 * @csspart bubble - The bubble of a message; also `bubble-own`, `bubble-other`, `bubble-system`.
 * @csspart composer - The field for a message, with `composer-input`, `emoji-button` and `send-button`.
 *
 * @cssprop --connect-chat-font - Font names.
 * @cssprop --connect-chat-font-size - Font size in the panel.
 * @cssprop --connect-chat-header-color - Background of the header.
 * @cssprop --connect-chat-header-text-color - Text of the header.
 * @cssprop --connect-chat-agent-bubble-color - Background of agents' messages.
 * @cssprop --connect-chat-agent-text-color - Text of agents' messages.
 * @cssprop --connect-chat-customer-bubble-color - Background of the visitor's messages.
 * @cssprop --connect-chat-customer-text-color - Text of the visitor's messages.
 * @cssprop --connect-chat-accent-color - Links, focus rings, stars, avatars and buttons.
 * @cssprop --connect-chat-surface-color - Background of the panel.
 * @cssprop --connect-chat-text-color - Text on the panel.
 * @cssprop --connect-chat-open-icon-background-color - Background of the launcher.
 * @cssprop --connect-chat-open-icon-color - Icon of the launcher.
 * @cssprop --connect-chat-launcher-offset-x - Distance of the launcher from the side of the page, 20px.
 * @cssprop --connect-chat-launcher-offset-y - Distance of the launcher from the bottom of the page, 20px.
 * @cssprop --connect-chat-width - Width of the panel, 372px.
 * @cssprop --connect-chat-height - Height of the panel, 600px.
 * @cssprop --connect-chat-radius - Radius of the panel's corners, 16px.
 * @cssprop --connect-chat-z-index - The widget's z-index on the page, 2147480000.
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
  /** The default of `serviceUrl`: the origin of the script. */
  static defaultServiceUrl = '';

  /** The widget's id. */
  declare widgetId: string;
  /** The service's origin. */
  declare serviceUrl: string;
  /** The visitor's language (BCP 47); the widget's own if left out. */
  declare language: string | undefined;
  /** `floating`: a launcher at the bottom. `inline`: a part of the page. */
  declare mode: 'floating' | 'inline';
  /** Whether the panel is open. */
  declare open: boolean;
  /** Returns a JSON Web Token of this website; called at each start of a chat, never twice at once. */
  declare authenticate: (() => Promise<string>) | undefined;
  /** What the page knows about the visitor; agents see it as not verified. */
  declare contactAttributes: Record<string, string> | undefined;
  /** The name that agents see: 1 to 256 characters. */
  declare customerName: string | (() => Promise<string | undefined>) | undefined;
  /** Content types that agents and flows may send; all that the widget can show, if left out. */
  declare supportedMessagingContentTypes: string[] | undefined;
  /** This page's changes to the widget's configuration. */
  declare customization: Customization | undefined;
  /** Sent for the visitor as the first message when they open the panel, which starts the chat: 1 to 1,024 characters. */
  declare initialMessage: string | undefined;
  /** Minutes after which the service ends a chat: 60 to 10,080; 1,500 if left out. */
  declare chatDurationInMinutes: number | undefined;
  /** Starts the chat by the website's own server; returns the participant token. */
  declare startElsewhere: (() => Promise<string>) | undefined;
  /** Whether the page has its own launcher; the widget's appears only while a chat is active. */
  declare hideLauncher: boolean;

  /** The configuration as loaded, until the service reports a change. */
  declare configuration: WidgetConfiguration | undefined;
  declare protected conversation: Conversation | undefined;
  /** Whether the visitor is likely to open the panel: it is rendered then, but not visible. */
  declare protected isExpected: boolean;
  readonly #loader = new ConfigurationLoader(this);
  readonly #prepared = new Lazy(() => this.#createConversation());
  #loadedFor: string | undefined;

  constructor() {
    super();
    this.widgetId = '';
    this.serviceUrl = (this.constructor as typeof ConnectChatWidget).defaultServiceUrl;
    this.mode = 'floating';
    this.open = false;
    this.isExpected = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A page that moves the element has inserted it again by then: the chat continues.
    queueMicrotask(() => this.isConnected || this.#drop());
  }

  #drop(): void {
    this.conversation?.destroy();
    this.conversation = this.#loadedFor = undefined;
    this.#prepared.reset();
    this.#loader.reset();
  }

  /** The widget's id and its service. */
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
      reportError(this, reason as ChatError);
      return;
    }
    await this.updateComplete;
    dispatchChatEvent(this, 'connect-chat-ready', { widgetId: this.widgetId });
    const isKnown = isKept(() => localStorage, keyOf(address)) || wasOpen(address);
    if (isKnown || this.open || this.mode === 'inline') await this.#prepared.get();
    if (this.conversation?.wasOpen) this.open = true;
  }

  /** Loads the configuration again, and keeps the known one if that fails. */
  refresh(): Promise<void> {
    return this.#loader.refresh();
  }

  /** The configuration, loaded once. A preview overrides this. */
  protected loadOnce(): Promise<WidgetConfiguration> {
    return this.#loader.load();
  }

  /** Loads the code of the open chat, and restores the chat that this browser stored. */
  async #createConversation(): Promise<Conversation> {
    await this.updateComplete;
    // On an origin that is not registered this rejects before the chat's code is loaded.
    const configuration = await this.loadOnce();
    this.configuration ??= configuration;
    const openChat = await import('./conversation/open-chat.js').catch(() => {
      throw reportError(this, new ChatError('UNREACHABLE', 'The chat cannot be loaded at the moment.'));
    });
    const conversation = new openChat.Conversation(this, this.createSession(openChat));
    await conversation.configure();
    // The visitor can write before IndexedDB has answered.
    this.conversation = conversation;
    conversation.restore();
    return conversation;
  }

  /** The session of the chat. A preview overrides this. */
  protected createSession({ openSession }: typeof OpenChat): ConversationSession {
    return openSession(this);
  }

  /** Removes the launcher that the snippet's script drew until this code was loaded. */
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
      void this.conversation?.configure();
    if (changed.has('open') && (this.open || changed.get('open') !== undefined)) this.#handleOpen();
    // The panel renders after this element: only then can the visitor see something new.
    const panel = this.renderRoot.querySelector('connect-chat-panel') as LitElement | null;
    void panel?.updateComplete.then(() => this.conversation?.markRead());
  }

  #handleOpen(): void {
    dispatchChatEvent(this, this.open ? 'connect-chat-open' : 'connect-chat-close', undefined);
    if (this.open)
      this.#prepared
        .get()
        .then((conversation) => conversation.opened())
        .catch(() => undefined);
  }

  /**
   * Opens the panel. Resolves when the visitor can write: the chat starts with the first message, or with the panel if
   * the widget's `startOn` is `open`.
   */
  async show(): Promise<void> {
    this.open = true;
    await this.#prepared.get();
    await this.updateComplete;
  }

  /** Closes the panel; the chat continues. A chat that ended is forgotten. */
  async hide(): Promise<void> {
    this.open = false;
    if (this.conversation?.session.state === 'ended') await this.conversation.starter.forget();
    await this.updateComplete;
    takeFocus(this.renderRoot.querySelector('.launcher'));
    this.isExpected = false;
  }

  toggle(): Promise<void> {
    return this.open ? this.hide() : this.show();
  }

  /** Starts a chat, or returns the active one. Rejects with an error that has a stable `code`. */
  async startChat(): Promise<{ contactId: string }> {
    return (await this.#prepared.get()).session.start();
  }

  /** Sends a message for the visitor; resolves with its item when the service has stored it. */
  async send(text: string): Promise<TranscriptItem> {
    return (await this.#prepared.get()).session.send(text);
  }

  /** Puts a text into the composer, for the visitor to send. */
  async prefill(text: string): Promise<void> {
    (await this.#prepared.get()).setDraft(text);
    await this.updateComplete;
  }

  /** Ends the chat, after everything that was sent is stored. */
  async endChat(): Promise<void> {
    await (await this.#prepared.get()).session.end();
  }

  /** Signs the visitor out: forgets everything that this browser stored about the chat. */
  async reset(): Promise<void> {
    const conversation = await this.#prepared.get();
    this.open = false;
    await conversation.reset();
  }

  /** The visitor is likely to open the panel. */
  readonly #expect = (): void => {
    this.isExpected = true;
    this.#prepared.get().catch(() => undefined);
  };

  override render() {
    const { configuration, conversation } = this;
    const isInline = this.mode === 'inline';
    const side = configuration && !isInline ? configuration.theme.launcherPosition : '';
    const hasLauncher = !isInline && (!this.hideLauncher || conversation?.isUnderWay);
    return html`<div id="root" data-mode=${this.mode} data-side=${side}>
      ${configuration ? conversation?.render(isInline, this.isExpected) : nothing}
      ${configuration && hasLauncher ? renderLauncher(this, configuration, conversation, this.#expect) : nothing}
    </div>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { isUnderWay, type SessionState } from '../../client/session-state.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { contentTypes } from '../../shared/content-types.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import type { PanelModel } from '../elements/panel/panel-model.js';
import type { Panel } from '../elements/panel/panel.js';
import type { ReadMarks } from '../elements/transcript/transcript-view.js';
import { ChatEvent, type ChatEventDetails } from '../events/chat-event.js';
import type { ChatIntent } from '../events/chat-intent-event.js';
import { claimSound, forgetAlerts, forgetSounds, isQuiet, rememberQuiet } from '../alerts/alert-memory.js';
import type { OfflineMessage } from '../offline-message/offline-message.js';
import type { Survey } from '../survey/survey.js';
import type { ConversationHost, ConversationSession } from './conversation-host.js';
import { customise } from '../configuration/customise.js';
import { LazyFiles } from '../files/lazy-files.js';
import { followPage } from '../page/follow-page.js';
import { followScheme, preferredScheme } from '../page/follow-scheme.js';
import { followViewport } from '../page/follow-viewport.js';
import { PanelOpenness } from './panel-openness.js';
import {
  enterPhase,
  initialState,
  receiveReceipt,
  withEarlier,
  type ConversationState,
} from './state/conversation-state.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import { Lazy } from '../async/lazy.js';
import { loadForms, questionsLeft } from '../forms/load-forms.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { loadStrings } from '../strings/load-strings.js';
import { failureText } from '../strings/refusal-text.js';
import { takeFocus } from '../page/take-focus.js';
import { countUnread } from './count-unread.js';
import { LazyAlerts } from '../alerts/lazy-alerts.js';
import { WhoTypes } from './who-types.js';

/** Milliseconds for which items of a replay are gathered: thousands come one by one, and are drawn a few times. */
const gathered = 30;

/** A visitor's chat behind the launcher: owns the session, turns what happens into events and into the panel. */
export class Conversation {
  readonly session: ConversationSession;
  readonly #host: ConversationHost;
  readonly #files: LazyFiles;
  readonly #typing: WhoTypes;
  readonly #alerts: LazyAlerts;
  readonly #openness: PanelOpenness;
  #state = initialState;
  #strings = en;
  readonly #offline: Lazy<OfflineMessage>;
  readonly #survey: Lazy<Survey>;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  readonly #undos: (() => void)[];

  constructor(host: ConversationHost, session: ConversationSession) {
    this.#host = host;
    this.session = session;
    const update = (): void => host.requestUpdate();
    this.#files = new LazyFiles(host, session);
    this.#typing = new WhoTypes(update);
    this.#alerts = new LazyAlerts(host);
    this.#openness = new PanelOpenness(host.address, update);
    this.#offline = new Lazy(
      async () => new (await import('../offline-message/offline-message.js')).OfflineMessage(host, session),
    );
    this.#survey = new Lazy(async () => new (await import('../survey/survey.js')).Survey(host, session));
    this.#undos = [
      followPage({
        onSeen: () => this.markRead(),
        onNetwork: update,
        onLook: () => this.#look(),
        onSecond: () => session.nextAttempt !== undefined && update(),
      }),
      () => this.#typing.destroy(),
      () => this.#alerts.destroy(),
      () => this.#openness.destroy(),
      () => this.#files.destroy(),
      followScheme(update),
      followViewport(host.renderRoot.querySelector<HTMLElement>('#root')!),
      session.on('configuration', (configuration) => {
        // Its texts are those of the widget's language.
        if (host.language) void host.refresh();
        else host.configuration = configuration;
      }),
      session.on('state', (state) => this.#handleState(state)),
      session.on('items', (added, isLive) => this.#handleItems(added, isLive)),
      session.on('outbox', update),
      session.on('queue', ({ position }) => this.#change({ place: position })),
      session.on('typing', ({ displayName }) => this.#typing.show(displayName)),
      session.on('receipt', (receipt) => this.#handleReceipt(receipt)),
      session.on('error', ({ code, message }) => this.#tell('connect-chat-error', { code, message })),
    ];
  }

  /** Takes up what this browser kept: the draft, and the chat if there is one. */
  restore(): void {
    this.session.restore();
    ignoreRejection(this.#files.restore());
    ignoreRejection(this.#restoreDraft());
  }

  async #restoreDraft(): Promise<void> {
    const draft = await this.session.store.readDraft();
    // Whoever was quick has begun another.
    if (!this.#state.draft && draft) this.#change({ draft });
  }

  /** What the widget says, in the language of the page or else its own. */
  get strings(): Strings {
    return this.#strings;
  }

  /** Takes up the language and the texts that the page and the configuration ask for. */
  async speak(): Promise<void> {
    const [strings] = await Promise.all([
      loadStrings(this.#host.language ?? this.#shown?.language ?? en.language),
      // They know which questions the page has answered already.
      this.#host.configuration?.preChat.length && loadForms(),
    ]);
    // Upon the texts themselves, not a copy: those in English grow with what is loaded later.
    this.#strings = Object.assign(Object.create(strings) as Strings, this.#shown?.texts.labels);
    this.#host.requestUpdate();
    const { takesMessages, survey } = this.#host.configuration ?? {};
    const load = (lazy: Lazy<unknown>): void =>
      ignoreRejection(lazy.get().then(() => this.#host.requestUpdate()));
    if (takesMessages) load(this.#offline);
    if (survey && survey.kind !== 'OFF') load(this.#survey);
  }

  /** How the widget looks on this page. */
  get #shown(): WidgetConfiguration | undefined {
    const { configuration, customization } = this.#host;
    return configuration && customise(configuration, customization);
  }

  /** Whether there is a chat that is not over. */
  get isUnderWay(): boolean {
    return isUnderWay(this.session.state);
  }

  /** The visitor has opened the panel: starts the chat where that does, after the panel was painted. */
  async opened(): Promise<void> {
    await this.focus();
    await new Promise((resolve) => setTimeout(resolve));
    void this.#host.refresh();
    if (this.#host.open) await this.begin();
    await this.focus();
  }

  /** Starts the chat of a visitor who has just opened the panel, where neither a message nor answers have to come first. */
  async begin(): Promise<void> {
    if (await this.#isAway()) return;
    if (this.#questions.length > 0) await loadForms();
    else if (this.session.state === 'idle' && this.#startsOnOpen) this.#start();
  }

  /** Whether opening the panel starts a chat: as the widget is set, and where the visitor cannot write a first message. */
  get #startsOnOpen(): boolean {
    const { startOn, features } = this.#shown!;
    return startOn === 'open' || features.composer === false || Boolean(this.#host.initialMessage);
  }

  /** What the page says for the visitor is their first message: it goes the way of every other. */
  #start(answers?: Record<string, string>): void {
    const { initialMessage } = this.#host;
    ignoreRejection(this.session.start(answers).then(() => this.focus()));
    if (initialMessage) ignoreRejection(this.session.send(initialMessage));
  }

  /** Forgets a chat that is over, and those before it. */
  async forget(): Promise<void> {
    await this.session.reset();
    forgetSounds(this.#host.address);
    this.#change({ earlier: [] });
  }

  /** Forgets everything that this browser kept of the visitor. */
  async reset(): Promise<void> {
    this.setDraft('');
    this.#change({ answers: {} });
    await this.forget();
    forgetAlerts(this.#host.address);
  }

  destroy(): void {
    clearTimeout(this.#gathering);
    this.#undos.forEach((undo) => undo());
    this.session.destroy();
  }

  /** How many messages the visitor has not seen. */
  get unread(): number {
    return this.#state.unread;
  }

  /** Puts the cursor where the visitor goes on. */
  async focus(): Promise<void> {
    await this.#host.updateComplete;
    await this.#panel?.updateComplete;
    takeFocus(this.#panel);
  }

  /** What the visitor sees is read: the panel is open, its end is shown, the page is in front. */
  markRead(): void {
    const { items } = this.session;
    const last = items[items.length - 1];
    const isSeen = this.#host.isShown && document.visibilityState === 'visible' && this.#panel?.showsEnd;
    if (last && isSeen && last.seq > this.#state.ownRead) {
      this.#state = { ...this.#state, ownRead: last.seq };
      this.session.read(last.seq);
    }
    this.#count();
  }

  setDraft(text: string): void {
    void this.session.store.writeDraft(text);
    this.#change({ draft: text });
  }

  /** Does what the visitor asked for by the panel. */
  handle(intent: ChatIntent): void {
    const { session } = this;
    switch (intent.type) {
      case 'send':
        this.setDraft('');
        return ignoreRejection(session.send(intent.text));
      case 'answer':
        return ignoreRejection(session.send(intent.content, intent.contentType));
      case 'draft':
        this.setDraft(intent.text);
        return session.typing();
      case 'retry':
        return session.retry(intent.clientToken);
      case 'discard':
        return session.discard(intent.clientToken);
      case 'seen':
        return this.markRead();
      case 'save':
      case 'copy':
        return ignoreRejection(this.#keep(intent));
      case 'quiet':
        rememberQuiet(this.#host.address, intent.isQuiet);
        return this.#host.requestUpdate();
      case 'minimise':
        return ignoreRejection(this.#host.hide());
      case 'end':
        return ignoreRejection(session.end());
      case 'answers':
        this.#change({ answers: intent.answers });
        return this.#start(intent.answers);
      case 'restart':
        return ignoreRejection(this.#restart());
      case 'reconnect':
        return session.reconnectNow();
    }
  }

  /**
   * The panel, while it is shown, moves out, or is drawn ahead because the visitor seems to be about to open it.
   */
  render(configuration: WidgetConfiguration, isInline: boolean, isExpected: boolean): unknown {
    const { isShown, open, customization } = this.#host;
    if (this.#openness.follow(open)) this.#alerts.clear();
    const { isLeaving } = this.#openness;
    if (!isShown && !isLeaving && !isExpected) return nothing;
    const shown = customise(configuration, customization);
    const { strings } = this;
    return html`<connect-chat-panel
      exportparts="panel,header,logo,menu-button,menu,minimise-button,end-button,banner,form,submit-button,survey,transcript,welcome,picture,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,earlier-button,composer,composer-input,attach-button,emoji-button,send-button"
      mode=${isInline ? 'inline' : 'floating'}
      side=${shown.theme.launcherPosition}
      ?ahead=${!isShown && !isLeaving}
      ?leaving=${isLeaving}
      .model=${this.#toModel(shown, isInline)}
      dir=${this.#host.dir || strings.direction}
      lang=${strings.language}
    ></connect-chat-panel>`;
  }

  /** Everything that the panel shows at this moment. */
  #toModel({ theme, texts, features }: WidgetConfiguration, isInline: boolean): PanelModel {
    const { session, strings } = this;
    const { state, failure } = session;
    const questions = this.#questions;
    if (questions.length > 0) void loadForms();
    return {
      ...this.#state,
      phase: state,
      failure: failure ? failureText(failure.code, state === 'failed', strings) : '',
      form: this.#isBefore ? this.#offline.current?.form(strings) : undefined,
      note: this.#survey.current?.form(strings) ?? this.#offline.current?.note(strings),
      questions,
      items: withEarlier(this.#state, session.items),
      waiting: session.waiting,
      participantId: session.participantId,
      photoOf: this.#photoOf,
      typing: this.#typing.name,
      place: state === 'live' ? this.#state.place : 0,
      scheme: this.#scheme,
      theme,
      heading: texts.title,
      welcome: texts.welcome,
      isInline,
      isOnline: navigator.onLine,
      isQuiet: isQuiet(this.#host.address),
      features: session.contactId ? { ...features, longMessages: session.longMessages } : features,
      uploads: this.#files.uploads,
      roleNames: this.#host.customization?.names,
      seconds: Math.ceil(((session.nextAttempt ?? 0) - performance.now()) / 1000),
      strings,
    };
  }

  get wasOpen(): boolean {
    return this.#openness.wasOpen;
  }

  /** How many messages the visitor has not seen, in words; empty for none. */
  get news(): string {
    return this.unread > 0 ? fill(this.strings.newMessages, { count: this.unread }) : '';
  }

  /** The number on the launcher. */
  renderUnread(): unknown {
    return this.unread > 0
      ? html`<span class="unread" part="unread" aria-hidden="true">${this.unread}</span>`
      : nothing;
  }

  renderTeaser(): TemplateResult {
    return this.#alerts.render({
      strings: this.strings,
      theme: this.#shown!.theme,
      scheme: this.#scheme,
    });
  }

  get #scheme(): 'light' | 'dark' {
    const { colorScheme } = this.#shown!.theme;
    return colorScheme === 'auto' ? preferredScheme() : colorScheme;
  }

  /** Whether no chat is under way, or shown. */
  get #isBefore(): boolean {
    const { state } = this.session;
    return this.#state.isAgain || state === 'idle' || state === 'failed';
  }

  /** Whether a message is to be left instead of a chat. */
  async #isAway(): Promise<boolean | undefined> {
    const isAsked = this.#isBefore && this.#host.configuration?.takesMessages;
    return isAsked ? (await this.#offline.get().catch(() => undefined))?.ask() : false;
  }

  /** What is asked before a chat starts, and not known from the page; nothing where one is under way. */
  get #questions(): readonly PreChatField[] {
    const { configuration, contactAttributes } = this.#host;
    return this.#isBefore
      ? questionsLeft(configuration?.preChat ?? noQuestions, contactAttributes ?? {})
      : noQuestions;
  }

  /** The page's picture of a role, or else the speaker's own. */
  readonly #photoOf = ({ participantRole, participantId }: TranscriptItem): string | undefined =>
    this.#host.customization?.pictures?.[participantRole!] ?? this.session.faces[participantId!];

  /** A new chat after one that is over, or could not be started. */
  async #restart(): Promise<void> {
    this.#change({ isAgain: true });
    const isAway = await this.#isAway();
    if (this.#questions.length > 0) await loadForms();
    else if (!isAway) await this.#startAgain();
    await this.focus();
  }

  /** Sends again what a failed start refused; otherwise the next chat starts as the first one did. */
  async #startAgain(): Promise<void> {
    const { session } = this;
    const refused = session.state === 'failed' ? [...session.waiting] : [];
    if (refused.length > 0) for (const { clientToken } of refused) session.retry(clientToken);
    else if (this.#startsOnOpen) await session.start();
    else session.renew();
  }

  /** Gives the visitor the transcript. */
  async #keep(intent: ChatIntent & { type: 'save' | 'copy' }): Promise<void> {
    const { keepTranscript } = await import('../menu/transcript-file.js');
    const items = withEarlier(this.#state, this.session.items);
    const { title = '' } = this.#shown?.texts ?? {};
    return keepTranscript(intent, { title, items, strings: this.#strings });
  }

  /** A live chat's socket tells of changes; an open panel without one looks for itself, also for another tab's chat. */
  #look(): void {
    const isSeen = this.#host.isShown && document.visibilityState === 'visible';
    if (!isSeen || this.session.state === 'live') return;
    void this.#host.refresh();
    this.session.restore();
  }

  get #panel(): Panel | null {
    return this.#host.renderRoot.querySelector<Panel>('connect-chat-panel');
  }

  #tell<Name extends keyof ChatEventDetails>(name: Name, detail: ChatEventDetails[Name]): void {
    this.#host.dispatchEvent(new ChatEvent(name, detail));
  }

  #change(change: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.requestUpdate();
  }

  #handleState(state: SessionState): void {
    const { contactId, participantId } = this.session;
    const { announced } = this.#state;
    const isConnected = state === 'live';
    this.#change(enterPhase(this.#state, this.session));
    if (isConnected)
      // While the connection was lost nobody could tell of changes.
      if (contactId === announced) void this.#host.refresh();
      else this.#tell('connect-chat-start', { contactId: contactId! });
    if (isConnected || state === 'reconnecting')
      this.#tell('connect-chat-connection', { isConnected, contactId, participantId });
    if (state === 'ended') this.#tell('connect-chat-end', { contactId });
  }

  #handleItems(added: readonly TranscriptItem[], isLive: boolean): void {
    for (const item of added) {
      if (item.participantId !== this.session.participantId && this.#typing.name) this.#typing.show('');
      if (isLive) this.#announce(item);
    }
    if (isLive) this.#showItems();
    else this.#gathering ??= setTimeout(() => this.#showItems(), gathered);
  }

  #announce(item: TranscriptItem): void {
    if (item.type === 'EVENT') {
      const isPresent = item.contentType === contentTypes.joined;
      if (isPresent || item.contentType === contentTypes.left)
        this.#tell('connect-chat-participant', { item, isPresent });
      return;
    }
    this.#tell('connect-chat-message', item);
    if (item.participantId === this.session.participantId) return;
    const { sound } = this.#shown!.features;
    // No tab sounds for what one of them shows.
    if (this.#host.isShown && document.visibilityState === 'visible') claimSound(this.#host.address, item.id);
    else this.#alerts.use((alerts) => alerts.call(item, sound));
  }

  #showItems(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    if (!this.#host.isShown) this.#count();
    this.#host.requestUpdate();
  }

  #handleReceipt(receipt: { participantId: string } & ReadMarks): void {
    const isOwn = receipt.participantId === this.session.participantId;
    this.#change(receiveReceipt(this.#state, receipt, isOwn));
    this.#count();
  }

  #count(): void {
    const unread = countUnread(this.session, this.#state.ownRead);
    if (unread === this.unread) return;
    this.#change({ unread });
    if (this.#shown?.features.unreadInTitle) this.#alerts.use(({ title }) => title.show(this.unread));
    this.#tell('connect-chat-unread', { count: unread });
  }
}

/** One and the same: what is given to an element again is not drawn again. */
const noQuestions: readonly PreChatField[] = [];

import { html, nothing, type TemplateResult } from 'lit';
import { isUnderWay } from '../../client/session-state.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { WidgetConfiguration } from '../../shared/widget-config.js';
import { forgetAlerts, isQuiet } from '../alerts/alert-memory.js';
import { LazyAlerts } from '../alerts/lazy-alerts.js';
import { ignoreRejection } from '../async/ignore-rejection.js';
import { Lazy } from '../async/lazy.js';
import type { Panel } from '../elements/panel/panel.js';
import { ChatIntentEvent } from '../events/chat-intent-event.js';
import { LazyFiles } from '../files/lazy-files.js';
import { loadForms } from '../forms/load-forms.js';
import type { OfflineMessage } from '../offline-message/offline-message.js';
import { followPage } from '../page/follow-page.js';
import { followScheme, preferredScheme } from '../page/follow-scheme.js';
import { followViewport } from '../page/follow-viewport.js';
import { listen } from '../page/listen.js';
import { takeFocus } from '../page/take-focus.js';
import { en, type Strings } from '../strings/en.js';
import { fill } from '../strings/fill.js';
import { loadStrings } from '../strings/load-strings.js';
import type { Survey } from '../survey/survey.js';
import { createChatStarter, type ChatStarter, type ChatStarterContext } from './chat-starter.js';
import {
  isSeen,
  shownConfiguration,
  type ConversationHost,
  type ConversationSession,
} from './conversation-host.js';
import { restoreDraft, setDraft } from './draft.js';
import { followSession, type SessionFollower } from './follow-session.js';
import { handleIntent, type IntentContext } from './handle-intent.js';
import { PanelOpenness } from './panel-openness.js';
import { CurrentState } from './state/current-state.js';
import { toPanelModel } from './to-panel-model.js';
import { createUnreadMessages, type UnreadMessages } from './unread-messages.js';

/**
 * The open chat of a `<connect-chat-widget>`: connects the session, the page and the panel. Each task has a part of its
 * own; a part sees of the others what its context names. The element creates it when the visitor is likely to chat.
 */
export class Conversation implements IntentContext, ChatStarterContext, SessionFollower {
  readonly host: ConversationHost;
  readonly session: ConversationSession;
  readonly current: CurrentState;
  readonly alerts: LazyAlerts;
  readonly unread: UnreadMessages;
  readonly offline: Lazy<OfflineMessage>;
  readonly starter: ChatStarter;
  /** In the page's language, or else in the widget's own. */
  strings = en;
  readonly #survey: Lazy<Survey>;
  readonly #files: LazyFiles;
  readonly #openness: PanelOpenness;
  readonly #undos: (() => void)[];

  constructor(host: ConversationHost, session: ConversationSession) {
    const update = (): void => host.requestUpdate();
    this.host = host;
    this.session = session;
    this.current = new CurrentState(update);
    this.alerts = new LazyAlerts(host);
    this.unread = createUnreadMessages(this);
    this.offline = new Lazy(
      async () => new (await import('../offline-message/offline-message.js')).OfflineMessage(host, session),
    );
    this.#survey = new Lazy(async () => new (await import('../survey/survey.js')).Survey(host, session));
    this.#files = new LazyFiles(host, session);
    this.#openness = new PanelOpenness(host.address, update);
    this.starter = createChatStarter(this);
    this.#undos = [
      followPage({
        onSeen: () => this.markRead(),
        onNetwork: update,
        onLook: () => this.#look(),
        onSecond: () => session.nextAttempt !== undefined && update(),
      }),
      followSession(this),
      followScheme(update),
      followViewport(host.renderRoot.querySelector<HTMLElement>('#root')!),
      listen(host, [ChatIntentEvent.eventName], ({ intent }: ChatIntentEvent) => handleIntent(intent, this)),
    ];
  }

  /** Restores what this browser stored: the draft, files that were not sent, and the chat if there is one. */
  restore(): void {
    this.session.restore();
    ignoreRejection(this.#files.restore());
    ignoreRejection(restoreDraft(this));
  }

  /** Loads what the configuration and the page ask for: language and texts, the offline message, the survey. */
  async configure(): Promise<void> {
    const host = this.host;
    const { language, texts, preChat, takesMessages, survey } = shownConfiguration(host);
    const [strings] = await Promise.all([
      loadStrings(host.language ?? language),
      // The forms know which questions the page has answered already.
      preChat.length && loadForms(),
    ]);
    // Inherits the language's texts instead of copying them: the English ones grow when features are loaded.
    this.strings = Object.assign(Object.create(strings) as Strings, texts.labels);
    host.requestUpdate();
    const load = (lazy: Lazy<unknown>): void => ignoreRejection(lazy.get().then(() => host.requestUpdate()));
    if (takesMessages) load(this.offline);
    if (survey && survey.kind !== 'OFF') load(this.#survey);
  }

  /** Whether a chat is in progress. */
  get isUnderWay(): boolean {
    return isUnderWay(this.session.state);
  }

  /** The visitor opened the panel: once it is painted, starts a chat where that is due. */
  async opened(): Promise<void> {
    await this.focus();
    await new Promise((resolve) => setTimeout(resolve));
    void this.host.refresh();
    if (this.host.open) await this.starter.begin();
    await this.focus();
  }

  /** Forgets everything that this browser stored about the visitor. */
  async reset(): Promise<void> {
    this.setDraft('');
    this.current.change({ answers: {} });
    await this.starter.forget();
    forgetAlerts(this.host.address);
  }

  destroy(): void {
    this.#undos.forEach((undo) => undo());
    for (const part of [this.alerts, this.#openness, this.#files, this.session]) part.destroy();
  }

  /** Moves the focus to where the visitor continues. */
  async focus(): Promise<void> {
    await this.host.updateComplete;
    await this.#panel?.updateComplete;
    takeFocus(this.#panel);
  }

  /** Marks what the visitor sees as read. */
  markRead(): void {
    this.unread.markRead(this.#panel?.showsEnd);
  }

  setDraft(text: string): void {
    setDraft(this, text);
  }

  /** The panel, unless it is closed. `isExpected` renders it invisibly, because the visitor is likely to open it. */
  render(isInline: boolean, isExpected: boolean): unknown {
    const { isShown, open, dir } = this.host;
    if (this.#openness.follow(open)) this.alerts.clear();
    const { isLeaving } = this.#openness;
    if (!isShown && !isLeaving && !isExpected) return nothing;
    const shown = shownConfiguration(this.host);
    const { strings } = this;
    return html`<connect-chat-panel
      exportparts="panel,header,logo,menu-button,menu,minimise-button,end-button,banner,form,submit-button,survey,transcript,welcome,picture,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,earlier-button,composer,composer-input,attach-button,emoji-button,send-button"
      mode=${isInline ? 'inline' : 'floating'}
      side=${shown.theme.launcherPosition}
      ?ahead=${!isShown && !isLeaving}
      ?leaving=${isLeaving}
      .model=${this.#toModel(shown, isInline)}
      dir=${dir || strings.direction}
      lang=${strings.language}
    ></connect-chat-panel>`;
  }

  #toModel(configuration: WidgetConfiguration, isInline: boolean) {
    const { session, strings } = this;
    const questions = this.starter.questions();
    const offline = this.offline.current;
    if (questions.length > 0) void loadForms();
    return toPanelModel({
      session,
      state: this.current.value,
      configuration,
      now: performance.now(),
      form: this.starter.isBefore() ? offline?.form(strings) : undefined,
      note: this.#survey.current?.form(strings) ?? offline?.note(strings),
      questions,
      photoOf: this.#photoOf,
      scheme: this.#scheme,
      isInline,
      isOnline: navigator.onLine,
      isQuiet: isQuiet(this.host.address),
      uploads: this.#files.uploads,
      roleNames: this.host.customization?.names,
      strings,
    });
  }

  /** Whether the panel was open when the visitor left the last page. */
  get wasOpen(): boolean {
    return this.#openness.wasOpen;
  }

  /** The number of unread messages as a text for screen readers; empty for none. */
  get news(): string {
    const { unread } = this.current.value;
    return unread ? fill(this.strings.newMessages, { count: unread }) : '';
  }

  /** The number on the launcher. */
  renderUnread(): unknown {
    const { unread } = this.current.value;
    return unread ? html`<span class="unread" part="unread" aria-hidden="true">${unread}</span>` : nothing;
  }

  renderTeaser(): TemplateResult {
    const { theme } = shownConfiguration(this.host);
    return this.alerts.render({ strings: this.strings, theme, scheme: this.#scheme });
  }

  get #scheme(): 'light' | 'dark' {
    const { colorScheme } = shownConfiguration(this.host).theme;
    return colorScheme === 'auto' ? preferredScheme() : colorScheme;
  }

  /** The page's picture of a role, or else the participant's own. */
  readonly #photoOf = ({ participantRole, participantId }: TranscriptItem): string | undefined =>
    this.host.customization?.pictures?.[participantRole!] ?? this.session.faces[participantId!];

  /** While no socket reports changes, an open panel polls for them, also for a chat that another tab started. */
  #look(): void {
    if (!isSeen(this.host) || this.session.state === 'live') return;
    void this.host.refresh();
    this.session.restore();
  }

  get #panel(): Panel | null {
    return this.host.renderRoot.querySelector<Panel>('connect-chat-panel');
  }
}

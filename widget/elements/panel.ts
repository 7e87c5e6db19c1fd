import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { isUnderWay, type SessionState } from '../../client/session-state.js';
import type { OutgoingMessage } from '../../client/outgoing.js';
import type { Upload } from '../../client/uploads.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Features, PageTheme } from '../../shared/widget-config.js';
import { TalkEvent, type TalkIntent } from '../events/talk-event.js';
import { fill } from '../strings/fill.js';
import { en, type Strings } from '../strings/en.js';
import type { Composer } from './composer.js';
import type { Customization } from '../customise.js';
import { findLast } from './find-last.js';
import { endIcon, moreIcon } from './icons.js';
import { initialsOf } from './initials.js';
import { downIcon } from './launcher-icons.js';
import { setPanelColours } from './panel-colours.js';
import { panelStyles } from './panel.styles.js';
import { renderPhoto } from '../photo/render-photo.js';
import { fileKind, tagFor } from '../rich/load-rich.js';
import { reset } from './reset.styles.js';
import { TakeFiles } from './take-files.js';
import { tokens } from './tokens.styles.js';
import type { ReadMarks, TranscriptView } from './transcript-view.js';

/**
 * @summary The open chat: header, connection state, transcript, composer. It shows what it is given, and asks by events.
 * @csspart header @csspart minimise-button @csspart end-button @csspart banner @csspart transcript @csspart composer
 */
export class Panel extends LitElement {
  static override styles = [reset, tokens, panelStyles];
  static override properties = {
    state: { attribute: false },
    failure: {},
    form: { attribute: false },
    note: { attribute: false },
    questions: { attribute: false },
    answers: { attribute: false },
    items: { attribute: false },
    count: { type: Number },
    waiting: { attribute: false },
    participantId: {},
    photoOf: { attribute: false },
    marks: { attribute: false },
    typing: {},
    place: { type: Number },
    scheme: { reflect: true },
    theme: { attribute: false },
    heading: {},
    welcome: {},
    draft: {},
    isInline: { type: Boolean },
    isOnline: { type: Boolean },
    isQuiet: { type: Boolean },
    features: { attribute: false },
    uploads: { attribute: false },
    customization: { attribute: false },
    seconds: { type: Number },
    isEnding: { state: true },
    isMenuOpen: { state: true },
    strings: { attribute: false },
  };

  declare state: SessionState;
  /** What went wrong for good, in a sentence. */
  declare failure: string;
  /** What stands in the place of a chat, if anything does. */
  declare form: unknown;
  /** What stands beneath the transcript, if anything does. */
  declare note: unknown;
  /** What is asked before the chat; nothing where it can begin, or has. */
  declare questions: readonly PreChatField[];
  /** What was answered before. */
  declare answers: Record<string, string>;
  /** In order of `seq`; may be the same array with more in it, see `count`. */
  declare items: readonly TranscriptItem[];
  declare count: number;
  /** Not stored yet, in order. */
  declare waiting: readonly OutgoingMessage[];
  declare participantId: string | undefined;
  /** The address of a picture of who speaks, where there is one. */
  declare photoOf: ((item: TranscriptItem) => string | undefined) | undefined;
  declare marks: ReadMarks;
  /** Who is writing; empty for nobody. */
  declare typing: string;
  /** Where the visitor waits for an agent: 1 is the next; 0 for nowhere. */
  declare place: number;
  /** `light` or `dark`. */
  declare scheme: 'light' | 'dark';
  /** How the chat looks; its `logoUrl` is a picture before the title. */
  declare theme: PageTheme | undefined;
  /** The chat's name, and the dialog's. */
  declare heading: string;
  declare welcome: string;
  declare draft: string;
  /** Whether it is a part of the page, and can't be minimised. */
  declare isInline: boolean;
  /** Whether the browser believes that there is a network. */
  declare isOnline: boolean;
  /** Whether the sound is off. */
  declare isQuiet: boolean;
  /** What can be done besides writing. */
  declare features: Partial<Features>;
  /** Files on their way. */
  declare uploads: readonly Upload[];
  /** What this page has otherwise. */
  declare customization: Customization | undefined;
  /** Until the next attempt to connect. */
  declare seconds: number;
  /** Whether the visitor is asked if the chat should end. */
  declare protected isEnding: boolean;
  declare protected isMenuOpen: boolean;
  declare strings: Strings;
  readonly #dropping = new TakeFiles(
    this,
    () => this.features.attachments === true && this.#composer !== null,
  );

  constructor() {
    super();
    this.state = 'idle';
    this.failure = '';
    this.questions = [];
    this.answers = {};
    this.items = [];
    this.count = 0;
    this.waiting = [];
    this.marks = { delivered: 0, read: 0 };
    this.typing = '';
    this.place = 0;
    this.scheme = 'light';
    this.heading = '';
    this.welcome = '';
    this.draft = '';
    this.isInline = false;
    this.isOnline = true;
    this.isQuiet = false;
    this.features = {};
    this.uploads = [];
    this.seconds = 0;
    this.strings = en;
    this.isEnding = false;
    this.isMenuOpen = false;
  }

  /** Puts the cursor where the visitor goes on. */
  override focus(): void {
    const target = this.renderRoot.querySelector<Composer>('connect-chat-composer, [part=form]:defined');
    (target ?? this.renderRoot.querySelector<HTMLElement>('.over .main'))?.focus();
  }

  get #composer(): Composer | null {
    return this.renderRoot.querySelector('connect-chat-composer');
  }

  /** Whether the newest item is on the screen. */
  get showsEnd(): boolean {
    return this.renderRoot.querySelector<TranscriptView>('connect-chat-transcript')?.showsEnd ?? false;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.theme && (changed.has('theme') || changed.has('scheme')))
      setPanelColours(this, this.theme, this.scheme);
  }

  #ask(intent: TalkIntent): () => void {
    return () => this.dispatchEvent(new TalkEvent(intent));
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (this.isEnding) return void this.#askToEnd(false);
    if (!this.isInline) this.#ask({ type: 'minimise' })();
  }

  /** Ending is for good: the visitor says it twice. */
  async #askToEnd(isEnding: boolean): Promise<void> {
    this.isEnding = isEnding;
    await this.updateComplete;
    if (isEnding) this.renderRoot.querySelector<HTMLElement>('.question button')?.focus();
    else this.focus();
  }

  #end(): void {
    this.isEnding = false;
    this.#ask({ type: 'end' })();
  }

  override render() {
    return html`<div
      class="panel"
      part="panel"
      role=${this.isInline ? 'region' : 'dialog'}
      aria-labelledby="title"
      @keydown=${this.#handleKey}
    >
      ${this.#renderHeader()} ${this.isMenuOpen ? this.#renderMenu() : nothing} ${this.#renderBanner()}
      ${this.form ?? (this.questions.length > 0 ? this.#renderForm() : this.#renderChat())}
    </div>`;
  }

  #renderForm() {
    return html`<connect-chat-pre-chat-form
      part="form"
      exportparts="submit-button"
      .questions=${this.questions}
      .answers=${this.answers}
      .lead=${this.welcome}
      .strings=${this.strings}
    ></connect-chat-pre-chat-form>`;
  }

  #renderChat() {
    const { strings } = this;
    return html`<connect-chat-transcript
        exportparts="transcript,welcome,picture,message,message-own,message-other,message-system,bubble,bubble-own,bubble-other,bubble-system,newest-button,earlier-button"
        .items=${this.items}
        .count=${this.count}
        .waiting=${this.waiting}
        .participantId=${this.participantId}
        ownRole="CUSTOMER"
        .canAnswer=${isUnderWay(this.state)}
        .hasNames=${this.features.names !== false}
        .roleNames=${this.customization?.names}
        .photoOf=${this.photoOf}
        .marks=${this.marks}
        .typing=${this.typing}
        .welcome=${this.welcome}
        .heading=${this.heading}
        .isLive=${this.state === 'live'}
        .strings=${strings}
        dir=${this.dir}
      ></connect-chat-transcript>
      <p class="place" role="status">${this.place > 0 ? this.#placeText : nothing}</p>
      ${this.note} ${this.isEnding && isUnderWay(this.state) ? this.#renderEndQuestion() : nothing}
      ${this.state === 'ended' ? this.#renderOver() : this.features.composer === false ? nothing : this.#renderComposer()}`;
  }

  get #placeText(): string {
    const { place, strings } = this;
    return place === 1 ? strings.queueNext : fill(strings.queuePosition, { count: place });
  }

  #renderEndQuestion() {
    const { strings } = this;
    return html`<div class="over question" role="group" aria-labelledby="question">
      <p id="question">${strings.endQuestion}</p>
      <button @click=${this.#end}>${strings.endChat}</button>
      <button @click=${() => this.#askToEnd(false)}>${strings.cancel}</button>
    </div>`;
  }

  #renderOver() {
    const { strings } = this;
    return html`<div class="over">
      ${
        this.features.transcript
          ? html`<button @click=${this.#ask({ type: 'save' })}>${strings.saveTranscript}</button>`
          : nothing
      }
      <button class="main" @click=${this.#ask({ type: 'restart' })}>${strings.newChat}</button>
    </div>`;
  }

  #renderComposer() {
    const { isOver } = this.#dropping;
    if (isOver) tagFor(fileKind);
    return html`<connect-chat-uploads
        .isOver=${isOver}
        .uploads=${this.uploads}
        .strings=${this.strings}
      ></connect-chat-uploads>
      <connect-chat-composer
        part="composer"
        exportparts="composer-input,attach-button,emoji-button,send-button"
        .draft=${this.draft}
        .longMessages=${this.features.longMessages}
        .hasEmoji=${this.features.emoji === true}
        .hasFiles=${this.features.attachments === true}
        .strings=${this.strings}
      ></connect-chat-composer>`;
  }

  #renderHeader() {
    const { strings } = this;
    // Whom the visitor talks with: who said something last, or joined.
    const agent = findLast(this.items, ({ participantRole }) => participantRole === 'AGENT');
    const agentName = agent?.displayName;
    const { logoUrl } = this.theme ?? {};
    return html`<header part="header">
      ${logoUrl?.startsWith('https://') ? html`<img part="logo" src=${logoUrl} alt="" referrerpolicy="no-referrer" />` : nothing}
      ${
        agentName && this.features.names !== false
          ? html`<span class="face" aria-hidden="true"
              >${initialsOf(agentName)}${renderPhoto(this.photoOf?.(agent))}</span
            >`
          : nothing
      }
      <div class="titles">
        <h2 id="title">${this.heading}</h2>
        <p class="who">${agentName}</p>
      </div>
      ${this.#hasMenu ? this.#renderMenuButton() : nothing}
      ${
        isUnderWay(this.state)
          ? html`<button
              part="end-button"
              aria-label=${strings.endChat}
              title=${strings.endChat}
              @click=${() => (this.features.confirmEnd ? this.#askToEnd(!this.isEnding) : this.#end())}
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
              @click=${this.#ask({ type: 'minimise' })}
            >
              ${downIcon}
            </button>`
      }
    </header>`;
  }

  get #hasMenu(): boolean {
    const { sound, transcript } = this.features;
    return sound === true || (transcript === true && this.items.length > 0);
  }

  async #toggleMenu(): Promise<void> {
    if (!this.isMenuOpen) await import('../menu/define.js').catch(() => undefined);
    this.isMenuOpen = !this.isMenuOpen;
    await this.updateComplete;
    if (!this.isMenuOpen) this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }

  #renderMenuButton() {
    const { more } = this.strings;
    return html`<button
      class="more"
      part="menu-button"
      aria-label=${more}
      title=${more}
      aria-expanded=${String(this.isMenuOpen)}
      @click=${this.#toggleMenu}
      @pointerdown=${keepOpen}
    >
      ${moreIcon}
    </button>`;
  }

  #renderMenu() {
    return html`<connect-chat-menu
      exportparts="menu"
      .isQuiet=${this.isQuiet}
      .hasTranscript=${this.features.transcript === true && this.items.length > 0}
      .hasSound=${this.features.sound === true}
      .strings=${this.strings}
      dir=${this.dir}
      @close=${this.#toggleMenu}
    ></connect-chat-menu>`;
  }

  #renderBanner() {
    const { strings, state, failure, waiting } = this;
    const kept = waiting.length > 0 ? strings.keptOffline : nothing;
    if (state === 'connecting')
      return html`<div class="banner" part="banner" role="status">
        <p>${failure || strings.connecting}</p>
      </div>`;
    if (state === 'reconnecting')
      return html`<div class="banner" part="banner" role="status">
        <p>${this.#renderLoss()} ${kept}</p>
        <button @click=${this.#ask({ type: 'reconnect' })}>${strings.tryNow}</button>
      </div>`;
    if (state !== 'failed') return html`<div role="status"></div>`;
    return html`<div class="banner bad" part="banner" role="alert">
      <p>${failure}</p>
      ${
        this.form || this.questions.length > 0
          ? nothing
          : html`<button @click=${this.#ask({ type: 'restart' })}>${strings.tryAgain}</button>`
      }
    </div>`;
  }

  /** A countdown is for the eye: read out each second it would be a nuisance. */
  #renderLoss() {
    const { strings, seconds } = this;
    if (!this.isOnline) return strings.offline;
    if (this.failure) return this.failure;
    if (seconds < 2) return strings.reconnecting;
    return html`<span class="visually-hidden">${strings.reconnecting}</span>
      <span aria-hidden="true">${fill(strings.reconnectingIn, { count: seconds })}</span>`;
  }
}

/** What closes the menu elsewhere would open it again here. */
const keepOpen = (event: Event): void => event.stopPropagation();

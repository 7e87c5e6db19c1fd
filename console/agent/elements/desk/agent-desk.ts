import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import { controls } from '../../../theme/controls.styles.js';
import { lastSeq, type AgentChat } from '../../state/agent-chat.js';
import { AgentFiles } from '../../session/agent-files.js';
import type { AgentSession } from '../../session/agent-session.js';
import type { DeskKey } from '../../state/desk-key.js';
import type { Drafts } from '../../storage/drafts.js';
import { IntentEvent } from '../intent-event.js';
import type { AgentIntent } from '../../state/agent-intent.js';
import { neighbourOf, nextChat } from '../../state/next-chat.js';
import { toPageTitle } from '../../state/page-title.js';
import type { Preferences } from '../../storage/preferences.js';
import { questionBefore, type Question } from '../../state/question.js';
import type { Sounds } from './sounds.js';
import type { TabMemory } from '../../storage/tab-memory.js';
import { agentDeskStyles } from './agent-desk.styles.js';
import { Attention } from './attention.js';
import type { ChatColumns } from '../conversation/chat-columns.js';
import { DeskKeys } from './desk-keys.js';
import { DeskVoice } from './desk-voice.js';
import { DetailsVisibility } from './details-visibility.js';

type IntentOf<Type extends AgentIntent['type']> = Extract<AgentIntent, { type: Type }>;

/**
 * @summary The agent's desk: the bar, what rings, the list of chats, each chat as a column, and what is known of the
 * customer in front. It alone talks to the session; everything below asks by events.
 */
export class AgentDesk extends LitElement {
  static override styles = [controls, agentDeskStyles];
  static override properties = {
    session: { attribute: false },
    memory: { attribute: false },
    preferences: { attribute: false },
    question: { state: true },
    drafts: { attribute: false },
    sounds: { attribute: false },
    isAdministrator: { type: Boolean },
    problem: {},
    isAttended: { attribute: false },
    now: { attribute: false },
    active: { state: true },
    view: { reflect: true },
    empty: { type: Boolean, reflect: true },
  };

  /** The connection to the service, and all that came by it. */
  declare session: AgentSession;
  /** Where the agent's choices are kept. */
  declare memory: TabMemory;
  /** Unsent text of each chat. */
  declare drafts: Drafts;
  /** What the agent has chosen in this browser. */
  declare preferences: Preferences;
  /** What rings. */
  declare sounds: Sounds;
  /** Whether the agent may change widgets, too. */
  declare isAdministrator: boolean;
  /** What was refused last, in a sentence. */
  declare problem: string;
  /** Whether somebody looks at the page. */
  declare isAttended: () => boolean;
  /** Tells the time, in milliseconds since 1970. */
  declare now: () => number;
  /** What a narrow screen shows; a wide one shows both. */
  declare view: 'list' | 'chat';
  /** Whether there is no chat. */
  declare empty: boolean;

  /** What the agent is asked before it is done. */
  declare protected question: Question | undefined;
  /** The chat in front: the first one, until the agent comes to another. */
  declare protected active: string | undefined;
  private readonly accepted = new Set<string>();
  private readonly attention = new Attention(this);
  private readonly voice = new DeskVoice(this);
  private readonly details = new DetailsVisibility(this);
  private files: AgentFiles | undefined;
  private undo: (() => void)[] = [];

  constructor() {
    super();
    this.isAdministrator = false;
    this.problem = '';
    this.isAttended = Attention.isWindowInFront;
    this.now = wallTime;
    this.view = 'list';
    this.empty = true;
    new DeskKeys(this, (key) => this.useKey(key));
    this.addEventListener(IntentEvent.eventName, (event) => this.hear(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.undo.forEach((each) => each());
    this.undo = [];
    this.sounds.ring(false);
    document.title = toPageTitle([], []);
  }

  protected override firstUpdated(): void {
    this.follow();
  }

  private follow(): void {
    const { session } = this;
    const files = (this.files = new AgentFiles(session, () => this.requestUpdate()));
    this.undo.push(
      () => files.destroy(),
      session.on('change', () => this.requestUpdate()),
      session.on('items', (contactId, added, isLive) => {
        if (isLive) this.notice(contactId, added);
      }),
      session.on('left', (contactId) => this.drafts.write(contactId, '')),
      session.on('error', (error) => (this.problem = error.message)),
    );
    this.requestUpdate();
  }

  /** Tells of the customer's messages, unless their chat is in front of the agent's eyes. */
  private notice(contactId: string, added: readonly TranscriptItem[]): void {
    if (contactId === this.active && this.isAttended()) return;
    const chat = this.chatOf(contactId);
    const said = added.filter((item) => item.participantRole === 'CUSTOMER' && item.type !== 'EVENT');
    if (!chat || said.length === 0) return;
    this.sounds.message();
    this.voice.tellMessage(chat.card.customer.displayName, said[said.length - 1]!);
  }

  private chatOf(contactId: string | undefined): AgentChat | undefined {
    return this.session.chats.find((chat) => chat.contactId === contactId);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('memory')) this.details.remember(this.memory);
    const { chats, offers } = this.session;
    this.voice.tellOffers(offers);
    const taken = chats.find((chat) => this.accepted.delete(chat.contactId));
    if (taken) void this.bringToFront(taken.contactId);
    if (!this.chatOf(this.active)) this.active = chats[0]?.contactId;
    this.empty = chats.length === 0;
    if (this.empty) this.view = 'list';
    this.sounds.ring(offers.some((offer) => offer.answer === undefined));
    document.title = toPageTitle(chats, offers);
  }

  protected override updated(): void {
    const chat = this.chatOf(this.active);
    const isShown = this.view === 'chat' || !isNarrow();
    if (!chat || chat.unread === 0 || !isShown || !this.attention.isAt(chat.contactId)) return;
    if (this.isAttended() && this.columns?.showsEndOf(chat.contactId))
      this.session.read(chat.contactId, lastSeq(chat));
  }

  /** What can't be taken back is asked about first. */
  private hear(event: IntentEvent): void {
    const { chats } = this.session;
    const question = questionBefore(event.intent, { chats, asksBeforeEnd: this.preferences.asksBeforeEnd });
    if (!question) return this.handleIntent(event.intent);
    event.stopPropagation();
    this.question = question;
  }

  private confirm(): void {
    const intent = this.question?.intent;
    this.question = undefined;
    if (intent?.type === 'sign-out') this.dispatchEvent(new IntentEvent({ ...intent, isConfirmed: true }));
    else if (intent) this.handleIntent(intent);
  }

  private handleIntent(intent: AgentIntent): void {
    if (intent.type !== 'seen') this.problem = '';
    // TypeScript can't see that key and value belong together.
    const handle = this.handlers[intent.type] as ((intent: AgentIntent) => void) | undefined;
    handle?.(intent);
    this.requestUpdate();
  }

  private readonly handlers: { [Type in AgentIntent['type']]?: (intent: IntentOf<Type>) => void } = {
    status: ({ status }) => this.session.setStatus(status),
    accept: ({ contactId }) => this.accept(contactId),
    decline: ({ contactId }) => this.session.decline(contactId),
    select: ({ contactId }) => void this.bringToFront(contactId),
    touch: ({ contactId }) => this.choose(contactId),
    draft: ({ contactId, text }) => this.takeDraft(contactId, text),
    send: ({ contactId, text }) => this.send(contactId, text),
    file: ({ contactId, intent }) => this.files?.handle(contactId, intent),
    retry: ({ contactId, clientToken }) => this.session.retry(contactId, clientToken),
    discard: ({ contactId, clientToken }) => this.session.discard(contactId, clientToken),
    end: ({ contactId }) => this.session.end(contactId),
    close: ({ contactId }) => this.close(contactId),
    list: () => void this.showList(),
    details: ({ contactId, isOpen }) => void this.showDetails(isOpen, contactId),
    mute: ({ isMuted }) => this.sounds.setMuted(isMuted),
    reconnect: () => this.session.reconnectNow(),
    'dismiss-returned': () => this.session.dismissReturned(),
    'ask-before-end': ({ isAsked }) => this.preferences.setAsksBeforeEnd(isAsked),
    confirm: () => this.confirm(),
    cancel: () => (this.question = undefined),
  };

  private accept(contactId: string): void {
    this.accepted.add(contactId);
    this.session.accept(contactId);
  }

  private takeDraft(contactId: string, text: string): void {
    this.drafts.write(contactId, text);
    if (text) this.session.typing(contactId);
  }

  private send(contactId: string, text: string): void {
    this.drafts.write(contactId, '');
    // A refusal shows beside the message itself, where it can be sent again or removed.
    this.session.send(contactId, text).catch(() => undefined);
  }

  private close(contactId: string): void {
    if (this.active === contactId) this.active = neighbourOf(this.session.chats, contactId);
    this.drafts.write(contactId, '');
    this.session.forget(contactId);
    if (isNarrow()) void this.showList();
    else if (this.active) void this.bringToFront(this.active);
  }

  private choose(contactId: string): void {
    this.active = contactId;
    this.attention.choose(contactId);
  }

  private async showList(): Promise<void> {
    this.view = 'list';
    this.details.closeDrawer();
    await this.updateComplete;
    this.renderRoot.querySelector('connect-chat-chat-list')?.focusActive();
  }

  private async showDetails(isShown: boolean, contactId: string | undefined): Promise<void> {
    if (contactId !== undefined) this.choose(contactId);
    const { isDrawer } = this.details;
    this.details.show(isShown);
    await this.updateComplete;
    if (!isShown) this.columns?.focusDetailsButton();
    else if (isDrawer) this.renderRoot.querySelector('connect-chat-customer-panel')?.focus();
  }

  private async bringToFront(contactId: string): Promise<void> {
    this.choose(contactId);
    this.view = 'chat';
    this.details.closeDrawer();
    await this.updateComplete;
    await this.columns?.updateComplete;
    this.columns?.bringToFront(contactId);
  }

  private get columns(): ChatColumns | null {
    return this.renderRoot.querySelector('connect-chat-chat-columns');
  }

  private useKey(key: DeskKey): boolean {
    if (key === 'accept') {
      const ringing = this.session.offers.find(({ answer }) => answer === undefined);
      if (ringing) this.handleIntent({ type: 'accept', contactId: ringing.card.contactId });
      return ringing !== undefined;
    }
    const next = nextChat(this.session.chats, this.active, key === 'next-chat' ? 1 : -1);
    if (next) void this.bringToFront(next);
    return next !== undefined;
  }

  override render() {
    const { session, view } = this;
    // What rings comes first for the keyboard, and stands above the list.
    return html`<connect-chat-offer-list
        .offers=${session.offers}
        .compact=${view === 'chat'}
      ></connect-chat-offer-list>
      <connect-chat-agent-bar
        .displayName=${session.agent?.displayName ?? ''}
        .status=${session.status}
        .isMuted=${this.sounds.isMuted}
        .isLive=${session.state === 'live'}
        .isAdministrator=${this.isAdministrator}
        .asksBeforeEnd=${this.preferences.asksBeforeEnd}
      ></connect-chat-agent-bar>
      <connect-chat-desk-notices
        .isLost=${session.state === 'reconnecting'}
        .nextAttempt=${session.nextAttempt}
        .waiting=${session.chats.reduce((sum, chat) => sum + chat.waiting.length, 0)}
        .hasMissed=${session.status === 'MISSED'}
        .returned=${session.returned}
        .problem=${this.problem}
      ></connect-chat-desk-notices>
      <connect-chat-chat-list
        .chats=${session.chats}
        .active=${this.active}
        .drafts=${this.drafts.all}
        .now=${this.now}
      ></connect-chat-chat-list>
      <main>${this.renderChats()}</main>
      ${this.renderDetails()} ${this.renderQuestion()} ${this.voice.render()}`;
  }

  private renderChats() {
    const { chats, status, offers } = this.session;
    if (chats.length === 0)
      return html`<connect-chat-empty-desk
        .status=${status}
        .offers=${offers.length}
      ></connect-chat-empty-desk>`;
    return html`<connect-chat-chat-columns
      .chats=${chats}
      .active=${this.active}
      .drafts=${this.drafts.all}
      .uploadsOf=${(contactId: string) => this.files?.of(contactId) ?? []}
      .isLive=${this.session.state === 'live'}
      .showsDetails=${this.details.isShown}
      .now=${this.now}
    ></connect-chat-chat-columns>`;
  }

  private renderQuestion() {
    if (!this.question) return nothing;
    return html`<connect-chat-desk-question
      .question=${this.question}
      .asksBeforeEnd=${this.preferences.asksBeforeEnd}
    ></connect-chat-desk-question>`;
  }

  private renderDetails() {
    const chat = this.chatOf(this.active);
    if (!chat || !this.details.isShown) return nothing;
    return html`<connect-chat-customer-panel
      .card=${chat.card}
      .now=${this.now}
    ></connect-chat-customer-panel>`;
  }
}

const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;

import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../controls.styles.js';
import { isOpen, lastSeq, type AgentChat } from '../agent-chat.js';
import { AgentFiles } from '../agent-files.js';
import type { AgentSession } from '../agent-session.js';
import { createDrafts, type Drafts } from '../drafts.js';
import { IntentEvent, type AgentIntent } from '../intent-event.js';
import { neighbourOf, nextChat } from '../next-chat.js';
import { toPageTitle } from '../page-title.js';
import type { Sounds } from '../sounds.js';
import type { TabMemory } from '../tab-memory.js';
import { agentDeskStyles } from './agent-desk.styles.js';
import type { ChatColumn } from './chat-column.js';

type IntentOf<Type extends AgentIntent['type']> = Extract<AgentIntent, { type: Type }>;

/**
 * @summary The agent's desk: the bar, the list of chats, and each chat as a column. It alone talks to the session;
 * everything below asks by events.
 */
export class AgentDesk extends LitElement {
  static override styles = [controls, agentDeskStyles];
  static override properties = {
    session: { attribute: false },
    memory: { attribute: false },
    sounds: { attribute: false },
    isAdministrator: { type: Boolean },
    problem: {},
    isAttended: { attribute: false },
    now: { attribute: false },
    active: { state: true },
    view: { state: true },
    urgent: { state: true },
    polite: { state: true },
  };

  /** The connection to the service, and all that came by it. */
  declare session: AgentSession;
  /** Where drafts are kept. */
  declare memory: TabMemory;
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

  declare protected active: string | undefined;
  /** What a narrow screen shows; a wide one shows both. */
  declare protected view: 'list' | 'chat';
  declare protected urgent: string;
  declare protected polite: string;
  private drafts: Drafts | undefined;
  private readonly accepted = new Set<string>();
  private readonly announced = new Set<string>();
  private files: AgentFiles | undefined;
  private undo: (() => void)[] = [];

  constructor() {
    super();
    this.isAdministrator = false;
    this.problem = '';
    this.isAttended = () => document.hasFocus() && document.visibilityState === 'visible';
    this.now = Date.now;
    this.view = 'list';
    this.urgent = '';
    this.polite = '';
    this.addEventListener(IntentEvent.eventName, (event) => this.handleIntent(event.intent));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    this.undo.push(
      listen(window, 'focus', update),
      listen(document, 'visibilitychange', update),
      listen(window, 'keydown', (event) => this.handleKey(event as KeyboardEvent)),
    );
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
        if (isLive && added.some((item) => item.participantRole === 'CUSTOMER' && item.type !== 'EVENT'))
          this.notice(contactId);
      }),
      session.on('error', (error) => (this.problem = error.message)),
    );
    this.requestUpdate();
  }

  /** Tells of a message, unless its chat is in front of the agent's eyes. */
  private notice(contactId: string): void {
    if (contactId === this.active && this.isAttended()) return;
    this.sounds.message();
    this.polite = `New message from ${this.nameOf(contactId)}`;
  }

  private nameOf(contactId: string): string {
    const chat = this.session.chats.find((one) => one.contactId === contactId);
    return chat?.card.customer.displayName ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('memory')) this.drafts = createDrafts(this.memory);
    const { chats, offers } = this.session;
    this.announce();
    const taken = chats.find((chat) => this.accepted.delete(chat.contactId));
    if (taken) void this.bringToFront(taken.contactId);
    if (!chats.some((chat) => chat.contactId === this.active)) this.active = chats[0]?.contactId;
    if (chats.length === 0) this.view = 'list';
    this.sounds.ring(offers.some((offer) => offer.answer === undefined));
    document.title = toPageTitle(chats, offers);
  }

  private announce(): void {
    const { offers } = this.session;
    const fresh = offers.filter(({ card }) => !this.announced.has(card.contactId));
    for (const { card } of fresh) this.announced.add(card.contactId);
    if (fresh.length > 0)
      this.urgent = fresh.map(({ card }) => `New chat from ${card.customer.displayName}`).join('. ');
    else if (offers.length === 0) this.urgent = '';
  }

  protected override updated(): void {
    const chat = this.session.chats.find((one) => one.contactId === this.active);
    const isShown = this.view === 'chat' || !isNarrow();
    if (chat && chat.unread > 0 && isShown && this.isAttended() && this.columnOf(chat.contactId)?.showsEnd)
      this.session.read(chat.contactId, lastSeq(chat));
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
    accept: ({ contactId }) => {
      this.accepted.add(contactId);
      this.session.accept(contactId);
    },
    decline: ({ contactId }) => this.session.decline(contactId),
    select: ({ contactId }) => void this.bringToFront(contactId),
    touch: ({ contactId }) => (this.active = contactId),
    draft: ({ contactId, text }) => this.takeDraft(contactId, text),
    send: ({ contactId, text }) => this.send(contactId, text),
    file: ({ contactId, intent }) => this.files?.handle(contactId, intent),
    retry: ({ contactId, clientToken }) => this.session.retry(contactId, clientToken),
    discard: ({ contactId, clientToken }) => this.session.discard(contactId, clientToken),
    end: ({ contactId }) => this.session.end(contactId),
    close: ({ contactId }) => this.close(contactId),
    list: () => void this.showList(),
    mute: ({ isMuted }) => this.sounds.setMuted(isMuted),
    reconnect: () => this.session.reconnectNow(),
  };

  private takeDraft(contactId: string, text: string): void {
    this.drafts?.write(contactId, text);
    if (text) this.session.typing(contactId);
  }

  private send(contactId: string, text: string): void {
    this.drafts?.write(contactId, '');
    // A refusal shows beside the message itself, where it can be sent again or removed.
    this.session.send(contactId, text).catch(() => undefined);
  }

  private close(contactId: string): void {
    if (this.active === contactId) this.active = neighbourOf(this.session.chats, contactId);
    this.drafts?.write(contactId, '');
    this.session.forget(contactId);
    if (isNarrow()) void this.showList();
    else if (this.active) void this.bringToFront(this.active);
  }

  private async showList(): Promise<void> {
    this.view = 'list';
    await this.updateComplete;
    this.renderRoot.querySelector('connect-chat-chat-list')?.focusActive();
  }

  private async bringToFront(contactId: string): Promise<void> {
    this.active = contactId;
    this.view = 'chat';
    await this.updateComplete;
    const column = this.columnOf(contactId);
    column?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    column?.focusComposer();
  }

  private columnOf(contactId: string): ChatColumn | undefined {
    const columns = [...this.renderRoot.querySelectorAll('connect-chat-chat-column')];
    return columns.find(({ chat }) => chat.contactId === contactId);
  }

  private handleKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const contactId = nextChat(this.session.chats, this.active, step);
    if (!contactId) return;
    event.preventDefault();
    void this.bringToFront(contactId);
  }

  override render() {
    const { session, view } = this;
    return html`<connect-chat-agent-bar
        .displayName=${session.agent?.displayName ?? ''}
        .status=${session.status}
        .isMuted=${this.sounds.isMuted}
        .isLive=${session.state === 'live'}
        .isAdministrator=${this.isAdministrator}
      ></connect-chat-agent-bar>
      <connect-chat-desk-notices
        .isLost=${session.state === 'reconnecting'}
        .nextAttempt=${session.nextAttempt}
        .waiting=${session.chats.reduce((sum, chat) => sum + chat.waiting.length, 0)}
        .hasMissed=${session.hasMissed}
        .problem=${this.problem}
        .now=${this.now}
      ></connect-chat-desk-notices>
      ${this.renderRingingElsewhere()}
      <main data-view=${view}>
        <connect-chat-chat-list
          .chats=${session.chats}
          .offers=${session.offers}
          .active=${this.active}
          .drafts=${this.drafts?.all ?? {}}
          .now=${this.now}
        ></connect-chat-chat-list>
        ${this.renderChats()}
      </main>
      <div class="visually-hidden" role="alert">${this.urgent}</div>
      <div class="visually-hidden" role="status">${this.polite}</div>`;
  }

  /** On a narrow screen a chat hides the list, but nothing that rings. */
  private renderRingingElsewhere() {
    const count = this.session.offers.length;
    if (count === 0 || this.view === 'list') return nothing;
    return html`<button class="ringing good" @click=${() => this.showList()}>
      ${count === 1 ? 'A chat is ringing' : `${count} chats are ringing`}
    </button>`;
  }

  private renderChats() {
    const { chats, status, offers } = this.session;
    if (chats.length === 0)
      return html`<connect-chat-empty-desk
        .status=${status}
        .offers=${offers.length}
      ></connect-chat-empty-desk>`;
    return html`<div class="columns">
      ${repeat(
        chats,
        (chat) => chat.contactId,
        (chat) => this.renderColumn(chat),
      )}
    </div>`;
  }

  private renderColumn(chat: AgentChat) {
    return html`<connect-chat-chat-column
      ?active=${chat.contactId === this.active}
      ?open=${isOpen(chat)}
      .chat=${chat}
      .draft=${this.drafts?.all[chat.contactId] ?? ''}
      .uploads=${this.files?.of(chat.contactId) ?? []}
      .isLive=${this.session.state === 'live'}
    ></connect-chat-chat-column>`;
  }
}

const isNarrow = (): boolean => matchMedia('(max-width: 760px)').matches;

function listen(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}

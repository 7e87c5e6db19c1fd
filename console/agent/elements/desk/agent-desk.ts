import { LitElement, html } from 'lit';
import { wallTime } from '../../../../client/wall-time.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { Subscription } from '../../../state/subscription.js';
import { controls } from '../../../theme/controls.styles.js';
import { AgentFiles } from '../../session/agent-files.js';
import type { AgentSession } from '../../session/agent-session.js';
import { lastSeq, type AgentChat } from '../../state/agent-chat.js';
import { noteDraftOf } from '../../state/private-note.js';
import { messageExcerpt, offerExcerpt } from '../../state/announcement.js';
import type { Offer } from '../../state/offer.js';
import type { Drafts } from '../../storage/drafts.js';
import type { Preferences } from '../../storage/preferences.js';
import type { TabMemory } from '../../storage/tab-memory.js';
import { agentDeskStyles } from './agent-desk.styles.js';
import { Attention } from './attention.js';
import { DeskActions } from './desk-actions.js';
import { DeskFocus } from './desk-focus.js';
import { DeskPreview } from './desk-preview.js';
import { DeskReplies } from './desk-replies.js';
import { DeskTransfer } from './desk-transfer.js';
import { DeskKeys } from './desk-keys.js';
import { DeskNotifications } from './desk-notifications.js';
import { DeskPalette } from './desk-palette.js';
import { DeskVoice } from './desk-voice.js';
import { DetailsVisibility } from './details-visibility.js';
import { isNarrow } from './narrow-screen.js';
import { renderDesk } from './render-desk.js';
import { showPageState } from './show-page-state.js';
import { IntentEvent } from '../intent-event.js';
import type { Sounds } from './sounds.js';

/**
 * @summary The agent's desk: a bar above three columns, which are the inbox (offers and chats), the conversations,
 *   and the details of the active chat. Only the desk calls the session; the elements inside it fire events.
 */
export class AgentDesk extends LitElement {
  static override styles = [controls, agentDeskStyles];
  static override properties = {
    session: { attribute: false },
    request: { attribute: false },
    memory: { attribute: false },
    preferences: { attribute: false },
    drafts: { attribute: false },
    sounds: { attribute: false },
    isAdministrator: { type: Boolean },
    problem: {},
    isAttended: { attribute: false },
    now: { attribute: false },
    view: { reflect: true },
    empty: { type: Boolean, reflect: true },
  };

  /** The agent's session: the connection to the service, and its chats. */
  declare session: AgentSession;
  /** Reaches the service by REST. */
  declare request: ServiceRequest;
  /** Keeps the agent's choices in this tab. */
  declare memory: TabMemory;
  /** Unsent text of each chat. */
  declare drafts: Drafts;
  /** The agent's preferences in this browser. */
  declare preferences: Preferences;
  /** The sounds for offers and messages. */
  declare sounds: Sounds;
  /** Whether the agent is also an administrator. */
  declare isAdministrator: boolean;
  /** What went wrong outside of the desk, in a sentence. */
  declare problem: string;
  /** Returns whether the agent is looking at this window. */
  declare isAttended: () => boolean;
  /** Returns the current time, in milliseconds since 1970. */
  declare now: () => number;
  /** What a narrow screen shows. A wide screen shows both. */
  declare view: 'list' | 'chat';
  /** Whether the agent has no chat. */
  declare empty: boolean;

  private files: AgentFiles | undefined;
  private readonly attention = new Attention(this);
  private readonly voice = new DeskVoice(this);
  private readonly details = new DetailsVisibility(this, () => this.memory);
  private readonly deskFocus = new DeskFocus(this);
  private readonly transfer = new DeskTransfer(this, (text) => this.actions.tellDone(text));
  private readonly replies = new DeskReplies(this);
  private readonly palette = new DeskPalette(this, this.replies);
  private readonly preview = new DeskPreview(this);
  private readonly notifications = new DeskNotifications({
    isWanted: () => this.preferences.values.notifies,
    onClick: (contactId) => this.openChat(contactId),
  });
  private readonly actions = new DeskActions(this, {
    focus: this.deskFocus,
    attention: this.attention,
    details: this.details,
    transfer: this.transfer,
    preview: this.preview,
    replies: this.replies,
    palette: this.palette,
    notifications: this.notifications,
    files: () => this.files,
  });

  constructor() {
    super();
    this.isAdministrator = false;
    this.problem = '';
    this.isAttended = Attention.isWindowInFront;
    this.now = wallTime;
    this.view = 'list';
    this.empty = true;
    new DeskKeys(this, {
      usesCharacters: () => this.preferences.values.usesCharacterKeys,
      use: this.actions.useKey,
    });
    new Subscription(this, {
      source: () => this.session,
      follow: (session) => this.follow(session),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sounds.ring(false);
    this.notifications.keep([]);
    showPageState([], []);
  }

  private follow(session: AgentSession): (() => void)[] {
    const files = (this.files = new AgentFiles(session, () => this.requestUpdate()));
    return [
      () => files.destroy(),
      session.on('change', () => this.requestUpdate()),
      session.on('items', (contactId, added, isLive) => {
        if (isLive) this.notice(contactId, added);
      }),
      session.on('left', (contactId) => {
        this.drafts.write(contactId, '');
        this.drafts.write(noteDraftOf(contactId), '');
      }),
      session.on('error', ({ message }) => {
        if (!this.transfer.refuse(message)) this.actions.refuse(message);
      }),
    ];
  }

  /** Notifies the agent of a customer's messages, unless the agent is looking at the chat. */
  private notice(contactId: string, added: readonly TranscriptItem[]): void {
    if (contactId === this.actions.state.front && this.isAttended()) return;
    const chat = this.chatOf(contactId);
    const said = added.filter((item) => item.participantRole === 'CUSTOMER' && item.type !== 'EVENT');
    if (!chat || said.length === 0) return;
    const name = chat.card.customer.displayName;
    const latest = said[said.length - 1]!;
    this.sounds.message();
    this.voice.announceMessage(name, latest);
    this.notifications.show({ contactId, title: name, body: messageExcerpt(latest) });
  }

  private noticeOffers(offers: readonly Offer[]): void {
    for (const offer of this.voice.announceOffers(offers)) {
      const { contactId, customer } = offer.card;
      const title = `New chat from ${customer.displayName}`;
      this.notifications.show({ contactId, title, body: offerExcerpt(offer) });
    }
  }

  /** Opens a chat whose notification was clicked: one that still rings is looked into. */
  private openChat(contactId: string): void {
    const isOffer = this.session.offers.some(({ card }) => card.contactId === contactId);
    const type = this.chatOf(contactId) ? 'select' : 'preview';
    if (type === 'select' || isOffer) this.dispatchEvent(new IntentEvent({ type, contactId }));
  }

  private chatOf(contactId: string | undefined): AgentChat | undefined {
    return this.session.chats.find((chat) => chat.contactId === contactId);
  }

  protected override willUpdate(): void {
    const { chats, offers } = this.session;
    this.noticeOffers(offers);
    this.notifications.keep([...chats, ...offers.map(({ card }) => card)].map(({ contactId }) => contactId));
    this.actions.follow();
    this.empty = chats.length === 0;
    this.view = this.actions.state.view;
    this.sounds.ring(offers.some((offer) => offer.answer === undefined));
    showPageState(chats, offers);
  }

  /** Marks the active chat as read once its newest item is visible to the agent. */
  protected override updated(): void {
    const chat = this.chatOf(this.actions.state.front);
    const isShown = this.view === 'chat' || !isNarrow();
    if (!chat || chat.unread === 0 || !isShown || !this.attention.isAt(chat.contactId)) return;
    if (this.isAttended() && this.deskFocus.isAtEndOf(chat.contactId))
      this.session.read(chat.contactId, lastSeq(chat));
  }

  override render() {
    const { session, drafts, isAdministrator, now } = this;
    const { state } = this.actions;
    return html`${renderDesk({
      session,
      state,
      front: this.chatOf(state.front),
      drafts: drafts.all,
      uploadsOf: (contactId) => this.files?.of(contactId) ?? [],
      isMuted: this.sounds.isMuted,
      isAdministrator,
      preferences: this.preferences.values,
      situation: this.actions.situation,
      sources: this.palette.sources,
      showsDetails: this.details.isShown,
      transfer: this.transfer.prepared,
      preview: this.preview.shown,
      replies: this.replies.loaded,
      problem: state.problem || this.problem,
      now,
    })}
    ${this.voice.render()}`;
  }
}

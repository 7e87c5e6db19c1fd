import { randomUUID } from 'node:crypto';
import type { AgentStatus } from '../../shared/agent-status.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { Outcome } from '../../shared/wrap-up.js';
import type { Clock } from '../clock.js';
import type { ContactState } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { AgentNews } from '../contact/news.js';
import { ServiceError } from '../errors.js';
import type { LeavingAgents } from '../routing/leaving-agents.js';
import type { AgentProfile, Presence } from '../backend/presence.js';
import type { Workload } from '../routing/workload.js';
import type { ConsoleView } from './console-view.js';
import { contactCard } from './contact-card.js';
import { ownParticipant } from './own-participant.js';
import { ParticipantSession, type SessionServices } from './participant-session.js';
import { RingingOffers } from './ringing-offers.js';

/** The dependencies that all console sessions share. */
export interface ConsoleServices {
  sessions: SessionServices;
  contacts: Contacts;
  clock: Clock;
  presence: Presence;
  leavingAgents: Pick<LeavingAgents, 'takeReturned'>;
  workload: Pick<Workload, 'contactsOf' | 'ringingAt' | 'wrapUpsOf'>;
  /** The pre-chat questions of a widget; empty if it was deleted. */
  questionsOf: (widgetId: string) => Promise<readonly PreChatField[]>;
  epoch: string;
}

/** The agent of a console. */
export type ConsoleProfile = AgentProfile & { username: string; pictureUrl: string };

/** What a console has already when it opens. */
export interface KnownContacts {
  /** The last number that the console has of each chat. */
  after: Readonly<Record<string, number>>;
  /** The log history to which these numbers belong, if the console knows it. */
  epoch?: string | undefined;
  /** The status that the agent chose last. Used only if the service doesn't know one. */
  status?: AgentStatus | undefined;
}

/** A returning console learns the end of at most this many chats. */
const caughtUpAtMost = 100;
/** A console receives the ratings of this many ended chats: the latest ones. */
const endedAtMost = 20;
/** Milliseconds until a contact that could not be read is read again. */
const readAgainAfter = 1_000;

/**
 * One open console of an agent: the offers that ring there, and a {@link ParticipantSession} for each of the
 * agent's chats.
 */
export class ConsoleSession {
  readonly #services: ConsoleServices;
  readonly #profile: ConsoleProfile;
  readonly #view: ConsoleView;
  readonly #offers: RingingOffers;
  readonly #chats = new Map<string, ParticipantSession>();
  /** The ended chats, in the order in which they ended. */
  readonly #ended = new Set<string>();
  #undo: (() => void)[] = [];
  #isClosed = false;

  constructor(services: ConsoleServices, profile: ConsoleProfile, view: ConsoleView) {
    this.#services = services;
    this.#profile = profile;
    this.#view = view;
    const { contacts, clock, questionsOf } = services;
    this.#offers = new RingingOffers({
      ...{ contacts, clock, questionsOf, agentId: profile.agentId },
      show: (offer) => view.offer(offer),
      onError: (error, contactId) => view.refused(error, contactId),
    });
  }

  /** Signs the agent in and shows their chats from where the console left off. Call it once. */
  open({ after: known, status, epoch: knownEpoch }: KnownContacts): void {
    const { contacts, presence, workload, leavingAgents, epoch } = this.#services;
    const { agentId, username, displayName } = this.#profile;
    const isOfOtherLogs = knownEpoch !== undefined && knownEpoch !== epoch;
    // Numbers of another log history are meaningless: show everything from the beginning.
    const after = isOfOtherLogs ? mapValues(known, () => 0) : known;
    this.#undo = [
      presence.open(this.#profile, status ?? 'OFFLINE'),
      presence.on('status', (id, changed) => {
        if (id === agentId) this.#view.status(changed, this.#statusMilliseconds());
      }),
      contacts.summaries.onAgent(agentId, (news) => this.#handleNews(news)),
    ];
    const contactIds = workload.contactsOf(agentId);
    const current = presence.get(agentId)?.status ?? 'OFFLINE';
    const statusMilliseconds = this.#statusMilliseconds();
    this.#view.welcome({
      ...{ agentId, username, displayName, status: current, statusMilliseconds, contactIds, epoch },
    });
    for (const contactId of contactIds)
      this.#present(contactId, () => this.#show(contactId, after[contactId] ?? 0));
    for (const contactId of Object.keys(after).slice(0, caughtUpAtMost))
      if (!contactIds.includes(contactId))
        this.#present(contactId, () => this.#catchUp(contactId, after[contactId]!));
    for (const contactId of workload.wrapUpsOf(agentId))
      if (after[contactId] === undefined) this.#present(contactId, () => this.#show(contactId, 0));
    for (const contactId of leavingAgents.takeReturned(agentId))
      if (after[contactId] === undefined) this.#view.contactLeft(contactId, true);
    for (const contactId of workload.ringingAt(agentId))
      this.#present(contactId, () => this.#offers.ring(contactId));
  }

  /** The agent's session in a chat; undefined if the chat isn't one of theirs. */
  chat(contactId: string): ParticipantSession | undefined {
    return this.#chats.get(contactId);
  }

  setStatus(status: AgentStatus): void {
    this.#services.presence.setStatus(this.#profile.agentId, status);
  }

  accept(contactId: string): void {
    const { contacts, clock } = this.#services;
    const { agentId, displayName, pictureUrl } = this.#profile;
    const joining = { agentId, participantId: randomUUID(), displayName, pictureUrl };
    this.#attempt(contactId, () => contacts.run(contactId, { type: 'accept', now: clock.now(), ...joining }));
  }

  decline(contactId: string): void {
    const { contacts, clock } = this.#services;
    const { agentId } = this.#profile;
    this.#attempt(contactId, () => contacts.run(contactId, { type: 'decline', now: clock.now(), agentId }));
  }

  /** The agent has finished the after-contact work of an ended chat. */
  finish(contactId: string, outcome: Outcome): void {
    const { contacts, clock } = this.#services;
    const { agentId } = this.#profile;
    this.#attempt(contactId, () =>
      contacts.run(contactId, { type: 'wrap-up', now: clock.now(), agentId, outcome }),
    );
  }

  /** Call it when the connection has closed. */
  close(): void {
    this.#isClosed = true;
    this.#undo.forEach((each) => each());
    this.#offers.close();
    this.#chats.forEach((chat) => chat.close());
  }

  #statusMilliseconds(): number {
    const { presence } = this.#services;
    const now = presence.now();
    const since = presence.get(this.#profile.agentId)?.statusSince ?? now;
    return Math.max(0, Math.round(now - since));
  }

  #handleNews(news: AgentNews): void {
    const { contactId } = news;
    switch (news.type) {
      case 'offered':
        return this.#present(contactId, () => this.#offers.ring(contactId));
      case 'joined':
        return this.#present(contactId, () => this.#show(contactId, 0));
      case 'left':
        this.#drop(contactId);
        return this.#view.contactLeft(contactId, false);
      case 'offer-closed':
        this.#offers.stop(contactId);
        return this.#view.offerClosed(contactId, news.reason);
    }
  }

  async #show(contactId: string, known: number): Promise<void> {
    const questions = await this.#questions(contactId);
    const state = await this.#services.contacts.state(contactId);
    const own = state && ownParticipant(state, this.#profile.agentId);
    const isTheirs = own?.present || state?.wrapUps[this.#profile.agentId];
    if (own && isTheirs) this.#connect(state, { own, questions, known });
  }

  /**
   * Tells the console what happened to a chat of this agent while it was away: the chat ended, or returned to
   * its queue.
   */
  async #catchUp(contactId: string, known: number): Promise<void> {
    const questions = await this.#questions(contactId);
    const state = await this.#services.contacts.state(contactId);
    const own = state && ownParticipant(state, this.#profile.agentId);
    if (!own) return;
    const hasLeft = !own.present && state.endedBy !== own.participantId;
    if (hasLeft) return this.#view.contactLeft(contactId, true);
    if (state.status === 'ENDED' && state.lastSeq > known) this.#connect(state, { own, questions, known });
  }

  #connect(
    state: ContactState,
    { own, questions, known }: { own: Own; questions: readonly PreChatField[]; known: number },
  ): void {
    const { contactId, widgetId, lastSeq } = state;
    if (this.#chats.has(contactId)) return;
    const { participantId, role } = own;
    // The log was restored from an older copy: start from the beginning.
    const after = known > lastSeq ? 0 : known;
    const contact = contactCard(state, questions);
    const view = this.#view.contact({ contact, participantId, lastSeq, after });
    const who = { contactId, participantId, role, widgetId };
    const onEnded = () => this.#keepEnded(contactId);
    this.#chats.set(
      contactId,
      new ParticipantSession(this.#services.sessions, { who, after }, { view, onEnded }),
    );
  }

  /**
   * Loads the questions before the state, so that nothing happens between reading the state and showing it.
   */
  async #questions(contactId: string): Promise<readonly PreChatField[]> {
    const state = await this.#services.contacts.state(contactId);
    return state ? this.#services.questionsOf(state.widgetId) : [];
  }

  #keepEnded(contactId: string): void {
    this.#ended.add(contactId);
    if (this.#ended.size <= endedAtMost) return;
    const [oldest] = this.#ended;
    this.#ended.delete(oldest!);
    this.#drop(oldest!);
  }

  #drop(contactId: string): void {
    this.#chats.get(contactId)?.close();
    this.#chats.delete(contactId);
  }

  /**
   * Shows what the agent has. If it cannot be read at the moment, it is read again: nothing else would show the agent a
   * chat that is theirs.
   */
  #present(contactId: string, show: () => Promise<unknown>): void {
    this.#attempt(contactId, async () => {
      try {
        await show();
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === 'TEMPORARILY_UNAVAILABLE')) throw error;
        this.#services.clock.later(readAgainAfter, () => {
          if (!this.#isClosed) this.#present(contactId, show);
        });
      }
    });
  }

  #attempt(contactId: string, task: () => Promise<unknown>): void {
    task().catch((error: unknown) => this.#view.refused(error, contactId));
  }
}

type Own = NonNullable<ReturnType<typeof ownParticipant>>;

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));

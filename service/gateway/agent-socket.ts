import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import {
  agentFrameSchemas,
  type AgentFrame,
  type AgentServiceFrame,
  type AgentStatus,
} from '../../shared/protocol/agent-frames.js';
import type { PreChatField } from '../../shared/pre-chat-field.js';
import type { Bus } from '../bus/bus.js';
import type { ContactState } from '../contact/contact-state.js';
import type { AgentNews, ContactTopics } from '../contact/news.js';
import { ServiceError } from '../errors.js';
import type { LeavingAgents } from '../routing/leaving-agents.js';
import type { AgentProfile, Presence } from '../routing/presence.js';
import type { Workload } from '../routing/workload.js';
import { contactCard } from './contact-card.js';
import { ContactView } from './contact-view.js';
import type { GatewayOptions } from './customer-socket.js';
import { createFrameDecoder } from './decode-frame.js';
import { ownParticipant } from './own-participant.js';
import { RingingOffers } from './ringing-offers.js';
import { SocketLink, type FrameReceiver } from './socket-link.js';

/** What an agent's socket was opened for. */
export interface AgentSocketOptions extends GatewayOptions {
  bus: Bus<ContactTopics>;
  presence: Presence;
  leavingAgents: Pick<LeavingAgents, 'takeReturned'>;
  workload: Pick<Workload, 'contactsOf' | 'ringingAt'>;
  /** What a widget asks before a chat; nothing where it is gone. */
  questionsOf: (widgetId: string) => Promise<readonly PreChatField[]>;
  profile: AgentProfile & { username: string; pictureUrl: string };
}

type FrameOf<Type extends AgentFrame['type']> = Extract<AgentFrame, { type: Type }>;
type ChatFrame = FrameOf<'message' | 'attachment' | 'typing' | 'delivered' | 'read' | 'end'>;

const decode = createFrameDecoder(agentFrameSchemas);
/** Chats of which a console may be told the end, when it comes back. */
const caughtUpAtMost = 100;
/** Chats that are over of which a console still hears how they were found: the last ones. */
const endedAtMost = 20;

/** Serves one agent's socket: first `hello`, then offers and all of the agent's chats. */
export function serveAgentSocket(socket: WebSocket, options: AgentSocketOptions): SocketLink<AgentFrame> {
  const { clock, stream, onError } = options;
  const link = new SocketLink<AgentFrame>(socket, { decode, clock, stream, onError });
  link.serve(new AgentDesk(link, options));
  return link;
}

/** What one console shows and does. */
class AgentDesk implements FrameReceiver<AgentFrame> {
  readonly #link: SocketLink<AgentFrame>;
  readonly #options: AgentSocketOptions;
  readonly #offers: RingingOffers;
  readonly #views = new Map<string, ContactView>();
  /** Those of them that are over, in the order in which they ended. */
  readonly #ended = new Set<string>();
  #undo: (() => void)[] = [];
  #isOpen = false;

  constructor(link: SocketLink<AgentFrame>, options: AgentSocketOptions) {
    this.#link = link;
    this.#options = options;
    const { contacts, clock, questionsOf, profile } = options;
    this.#offers = new RingingOffers({
      ...{ contacts, clock, questionsOf, agentId: profile.agentId },
      send: (frame) => this.#send(frame),
      onError: (error, contactId) => this.#link.refuse(error, { contactId }),
    });
  }

  receive(frame: AgentFrame): void {
    if (frame.type === 'hello') {
      return this.#isOpen ? this.#link.refuse(new ServiceError('ALREADY_STARTED')) : this.#hello(frame);
    }
    if (!this.#isOpen) return this.#link.refuse(new ServiceError('NOT_STARTED'), aboutOf(frame));
    switch (frame.type) {
      case 'status':
        return this.#options.presence.setStatus(this.#agentId, frame.status);
      case 'accept':
        return this.#attempt(frame.contactId, () => this.#accept(frame.contactId));
      case 'decline':
        return this.#attempt(frame.contactId, () => this.#decline(frame.contactId));
      case 'ping':
      case 'pong':
        return;
      default:
        return this.#chat(frame);
    }
  }

  closed(): void {
    this.#undo.forEach((each) => each());
    this.#offers.close();
    this.#views.forEach((view) => view.close());
  }

  get #agentId(): string {
    return this.#options.profile.agentId;
  }

  #hello({ after: known, status, epoch: knownEpoch }: FrameOf<'hello'>): void {
    const { presence, bus, workload, leavingAgents, profile, epoch } = this.#options;
    const { agentId, username, displayName } = profile;
    const isOfOtherLogs = knownEpoch !== undefined && knownEpoch !== epoch;
    // Numbers of other logs say nothing: everything is shown from the beginning.
    const after = isOfOtherLogs ? mapValues(known, () => 0) : known;
    this.#isOpen = true;
    this.#link.begun();
    this.#undo = [
      presence.open(profile, status ?? 'OFFLINE'),
      presence.on('status', (id, changed) => {
        if (id === agentId) this.#send({ type: 'status', status: changed });
      }),
      bus.subscribe('agent', agentId, (news) => this.#hear(news)),
    ];
    const contactIds = workload.contactsOf(agentId);
    this.#send({
      type: 'welcome',
      agentId,
      username,
      displayName,
      status: this.#status(),
      contactIds,
      epoch,
    });
    for (const contactId of contactIds)
      this.#attempt(contactId, () => this.#show(contactId, after[contactId] ?? 0));
    for (const contactId of Object.keys(after).slice(0, caughtUpAtMost))
      if (!contactIds.includes(contactId))
        this.#attempt(contactId, () => this.#catchUp(contactId, after[contactId]!));
    for (const contactId of leavingAgents.takeReturned(agentId))
      if (after[contactId] === undefined) this.#sendLeft(contactId, true);
    for (const contactId of workload.ringingAt(agentId))
      this.#attempt(contactId, () => this.#offers.ring(contactId));
  }

  #hear(news: AgentNews): void {
    const { contactId } = news;
    switch (news.type) {
      case 'offered':
        return this.#attempt(contactId, () => this.#offers.ring(contactId));
      case 'joined':
        return this.#attempt(contactId, () => this.#show(contactId, 0));
      case 'left':
        return this.#leave(contactId);
      case 'offer-closed':
        this.#offers.stop(contactId);
        return this.#send({ type: 'offer-closed', contactId, reason: news.reason });
    }
  }

  /** The chat goes on without this agent, who sees no more of it. */
  #leave(contactId: string): void {
    this.#views.get(contactId)?.close();
    this.#views.delete(contactId);
    this.#sendLeft(contactId, false);
  }

  #sendLeft(contactId: string, wasAway: boolean): void {
    this.#send({ type: 'contact-left', contactId, wasAway });
  }

  async #show(contactId: string, known: number): Promise<void> {
    const questions = await this.#questions(contactId);
    const state = await this.#options.contacts.state(contactId);
    const own = state && ownParticipant(state, this.#agentId);
    if (own?.present) this.#open(state!, { participantId: own.participantId, questions, known });
  }

  /** What became of a chat of this agent while the console was away: it ended, or it went back to its queue. */
  async #catchUp(contactId: string, known: number): Promise<void> {
    const questions = await this.#questions(contactId);
    const state = await this.#options.contacts.state(contactId);
    const own = state && ownParticipant(state, this.#agentId);
    if (!own) return;
    const hasLeft = !own.present && state.endedBy !== own.participantId;
    if (hasLeft) return this.#sendLeft(contactId, true);
    if (state.status === 'ENDED' && state.lastSeq > known)
      this.#open(state, { participantId: own.participantId, questions, known });
  }

  #open(
    state: ContactState,
    {
      participantId,
      questions,
      known,
    }: { participantId: string; questions: readonly PreChatField[]; known: number },
  ): void {
    const { contacts, attachments, clock } = this.#options;
    const { contactId, lastSeq } = state;
    if (this.#views.has(contactId)) return;
    // A number beyond the log (restored from an older copy) starts again from the beginning.
    const after = known > lastSeq ? 0 : known;
    const contact = contactCard(state, questions);
    this.#send({ type: 'contact', contact, participantId, lastSeq, after });
    const link = this.#link;
    this.#views.set(
      contactId,
      new ContactView({
        contacts,
        attachments,
        link,
        clock,
        contactId,
        participantId,
        after,
        isNamed: true,
        onEnded: () => this.#keepEnded(contactId),
      }),
    );
  }

  /** Asked for before the state that is sent: nothing may come between reading that and sending it. */
  async #questions(contactId: string): Promise<readonly PreChatField[]> {
    const state = await this.#options.contacts.state(contactId);
    return state ? this.#options.questionsOf(state.widgetId) : [];
  }

  #keepEnded(contactId: string): void {
    this.#ended.add(contactId);
    if (this.#ended.size <= endedAtMost) return;
    const [oldest] = this.#ended;
    this.#ended.delete(oldest!);
    this.#views.get(oldest!)?.close();
    this.#views.delete(oldest!);
  }

  #chat(frame: ChatFrame): void {
    const view = this.#views.get(frame.contactId);
    if (!view) return this.#link.refuse(new ServiceError('CONTACT_NOT_FOUND'), aboutOf(frame));
    if (frame.type === 'message') return view.say(frame);
    if (frame.type === 'attachment') return view.attach(frame);
    if (frame.type === 'typing') return view.typing();
    if (frame.type === 'end') return view.end();
    view.mark(frame.type === 'read' ? { read: frame.seq } : { delivered: frame.seq });
  }

  async #accept(contactId: string): Promise<void> {
    const { contacts, clock, profile } = this.#options;
    const { agentId, displayName, pictureUrl } = profile;
    const command = {
      type: 'accept',
      now: clock.now(),
      agentId,
      participantId: randomUUID(),
      displayName,
      pictureUrl,
    } as const;
    await contacts.run(contactId, command);
  }

  async #decline(contactId: string): Promise<void> {
    const { contacts, clock } = this.#options;
    await contacts.run(contactId, {
      type: 'decline',
      now: clock.now(),
      agentId: this.#agentId,
    });
  }

  #attempt(contactId: string, task: () => Promise<void>): void {
    task().catch((error: unknown) => this.#link.refuse(error, { contactId }));
  }

  #status(): AgentStatus {
    return this.#options.presence.get(this.#agentId)?.status ?? 'OFFLINE';
  }

  #send(frame: AgentServiceFrame): void {
    this.#link.send(frame);
  }
}

const mapValues = <From, To>(record: Record<string, From>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));

const aboutOf = (frame: AgentFrame): { clientToken?: string; contactId?: string } => ({
  ...('clientToken' in frame && { clientToken: frame.clientToken }),
  ...('contactId' in frame && { contactId: frame.contactId }),
});

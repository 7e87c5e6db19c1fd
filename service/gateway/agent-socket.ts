import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';
import {
  agentFrameSchemas,
  type AgentFrame,
  type AgentStatus,
  type OfferClosedFrame,
  type StatusNoticeFrame,
} from '../../shared/protocol/agent-frames.js';
import type { Bus } from '../bus/bus.js';
import type { ContactState } from '../contact/contact-state.js';
import type { AgentNews, ContactTopics } from '../contact/news.js';
import { ServiceError } from '../errors.js';
import type { AgentProfile, Presence } from '../routing/presence.js';
import type { Workload } from '../routing/workload.js';
import { contactCard } from './contact-card.js';
import { createContactView, type ContactView } from './contact-view.js';
import type { GatewayOptions } from './customer-socket.js';
import { createFrameDecoder } from './decode-frame.js';
import { createSocketLink, type SocketLink } from './socket-link.js';

/** What an agent's socket was opened for. */
export interface AgentSocketOptions extends GatewayOptions {
  bus: Bus<ContactTopics>;
  presence: Presence;
  workload: Pick<Workload, 'contactsOf' | 'ringingAt'>;
  profile: AgentProfile & { username: string };
}

const decode = createFrameDecoder(agentFrameSchemas);
type Link = SocketLink<AgentFrame>;
type FrameOf<Type extends AgentFrame['type']> = Extract<AgentFrame, { type: Type }>;
type ContactFrameType = 'message' | 'typing' | 'delivered' | 'read' | 'end';

/** Serves one agent's socket: first `hello`, then offers and all of the agent's chats. */
export function serveAgentSocket(socket: WebSocket, options: AgentSocketOptions): Link {
  const { contacts, clock, bus, presence, workload, profile, onError } = options;
  const { agentId } = profile;
  const link: Link = createSocketLink(socket, { decode, clock, onError });
  const views = new Map<string, ContactView>();
  const undo: (() => void)[] = [];
  let isOpen = false;

  link.on('closed', () => {
    undo.forEach((each) => each());
    views.forEach((view) => view.close());
  });
  link.on('frame', (frame) => {
    if (frame.type === 'hello')
      return isOpen ? link.refuse(new ServiceError('ALREADY_STARTED')) : hello(frame);
    if (!isOpen) return link.refuse(new ServiceError('NOT_STARTED'), aboutOf(frame));
    handle(frame);
  });
  return link;

  function hello({ after, status }: FrameOf<'hello'>): void {
    isOpen = true;
    undo.push(
      presence.open(profile, status ?? 'OFFLINE'),
      presence.on('status', (id, changed, reason) => {
        if (id === agentId) link.send(statusNotice(changed, reason));
      }),
      bus.subscribe('agent', agentId, hear),
    );
    const contactIds = workload.contactsOf(agentId);
    const { username, displayName } = profile;
    const current = presence.get(agentId)!.status;
    link.send({ type: 'welcome', agentId, username, displayName, status: current, contactIds });
    for (const contactId of contactIds) attempt(contactId, () => show(contactId, after[contactId] ?? 0));
    for (const contactId of workload.ringingAt(agentId)) attempt(contactId, () => ring(contactId));
  }

  function hear(news: AgentNews): void {
    const { contactId } = news;
    if (news.type === 'offered') return attempt(contactId, () => ring(contactId));
    if (news.type === 'joined') return attempt(contactId, () => show(contactId, 0));
    link.send({ type: 'offer-closed', contactId, reason: news.reason } satisfies OfferClosedFrame);
  }

  function attempt(contactId: string, task: () => Promise<void>): void {
    task().catch((error: unknown) => link.refuse(error, { contactId }));
  }

  async function ring(contactId: string): Promise<void> {
    const state = await contacts.state(contactId);
    if (state?.offer?.agentId !== agentId) return;
    const { until } = state.offer;
    const ringMilliseconds = Math.min(limits.ring, Math.max(0, until - clock()));
    link.send({
      type: 'offer',
      contact: contactCard(state),
      firstMessage: state.firstMessage,
      ringMilliseconds,
    });
  }

  async function show(contactId: string, after: number): Promise<void> {
    const state = await contacts.state(contactId);
    const participantId = state && ownParticipant(state, agentId);
    if (!state || !participantId || views.has(contactId)) return;
    // A cursor beyond the log (restored from an older copy) starts again from the beginning.
    const from = after > state.lastSeq ? 0 : after;
    link.send({
      type: 'contact',
      contact: contactCard(state),
      participantId,
      lastSeq: state.lastSeq,
      after: from,
    });
    views.set(
      contactId,
      createContactView({ contacts, link, clock, contactId, participantId, after: from, isNamed: true }),
    );
  }

  function handle(frame: Exclude<AgentFrame, FrameOf<'hello'>>): void {
    switch (frame.type) {
      case 'status':
        return presence.setStatus(agentId, frame.status);
      case 'accept':
        return attempt(frame.contactId, () => accept(frame.contactId));
      case 'decline':
        return attempt(frame.contactId, () => decline(frame.contactId));
      case 'ping':
      case 'pong':
        return;
      default:
        return handleContact(frame);
    }
  }

  function handleContact(frame: FrameOf<ContactFrameType>): void {
    const view = views.get(frame.contactId);
    if (!view) return link.refuse(new ServiceError('CONTACT_NOT_FOUND'), aboutOf(frame));
    if (frame.type === 'message') return view.say(frame);
    if (frame.type === 'typing') return view.typing();
    if (frame.type === 'end') return view.end();
    view.mark(frame.type === 'read' ? { read: frame.seq } : { delivered: frame.seq });
  }

  async function accept(contactId: string): Promise<void> {
    const { displayName } = profile;
    const command = {
      type: 'accept',
      now: clock(),
      agentId,
      participantId: randomUUID(),
      displayName,
    } as const;
    await contacts.run(contactId, command);
  }

  async function decline(contactId: string): Promise<void> {
    await contacts.run(contactId, { type: 'decline', now: clock(), agentId, reason: 'DECLINED' });
  }
}

const ownParticipant = (state: ContactState, agentId: string): string | undefined =>
  Object.values(state.participants).find(
    (participant) => participant.agentId === agentId && participant.present,
  )?.participantId;

const statusNotice = (status: AgentStatus, reason: 'MISSED' | undefined): StatusNoticeFrame => ({
  type: 'status',
  status,
  ...(reason && { reason }),
});

const aboutOf = (frame: AgentFrame): { clientToken?: string; contactId?: string } => ({
  ...('clientToken' in frame && { clientToken: frame.clientToken }),
  ...('contactId' in frame && { contactId: frame.contactId }),
});

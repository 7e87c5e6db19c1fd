import type { AgentStatus } from '../../shared/agent-status.js';
import type { ContactOffer } from '../../shared/contact-card.js';
import {
  agentFrameSchemas,
  type AgentFrame,
  type AgentServiceFrame,
} from '../../shared/protocol/agent-frames.js';
import type { OfContact, ParticipantFrame } from '../../shared/protocol/participant-frames.js';
import type { SurveyAnswer } from '../../shared/survey.js';
import { ServiceError } from '../errors.js';
import type { ConsoleProfile, ConsoleSession } from '../participant/console-session.js';
import type { ConsoleView, OfferEnd, OpenedContact, Welcome } from '../participant/console-view.js';
import type { IdleParticipant, ParticipantView, ShownWrapUp } from '../participant/participant-view.js';
import type { Participants } from '../participant/participants.js';
import { act } from './act.js';
import { createFrameDecoder } from './decode-frame.js';
import { subjectOf } from './frame-subject.js';
import { FrameView, type ViewLink } from './frame-view.js';
import { checkVersion } from './protocol-version.js';
import {
  SocketLink,
  type FrameReceiver,
  type Heard,
  type SocketLinkOptions,
  type UpgradedSocket,
} from './socket-link.js';

/** The options that all agents' sockets share. */
export interface AgentSocketOptions extends Omit<SocketLinkOptions<never>, 'decode'> {
  participants: Participants;
}

const decode = createFrameDecoder(agentFrameSchemas);
type Link = SocketLink<AgentFrame>;
/** A frame about one of the agent's chats. */
type ChatFrame = OfContact<ParticipantFrame> | Extract<AgentFrame, { type: 'note' | 'transfer' }>;

/** Serves the sockets of signed-in agents: first `hello`, then offers and all of the agent's chats. */
export function createAgentSockets(
  options: AgentSocketOptions,
): (upgraded: UpgradedSocket, profile: ConsoleProfile) => Link {
  const linkOptions = { decode, ...options };
  return (upgraded, profile) => {
    const link: Link = new SocketLink(upgraded, linkOptions);
    link.serve(new AgentSocket(link, options.participants, profile));
    return link;
  };
}

/** Maps an agent's frames to calls. */
class AgentSocket implements FrameReceiver<AgentFrame> {
  readonly #link: Link;
  readonly #participants: Participants;
  readonly #profile: ConsoleProfile;
  #console: ConsoleSession | null = null;

  constructor(link: Link, participants: Participants, profile: ConsoleProfile) {
    this.#link = link;
    this.#participants = participants;
    this.#profile = profile;
  }

  receive(frame: Heard<AgentFrame>): void {
    const desk = this.#console;
    if (frame.type === 'hello') return this.#hello(frame);
    if (!desk) return this.#link.refuse(new ServiceError('NOT_STARTED'), subjectOf(frame));
    switch (frame.type) {
      case 'status':
        return desk.setStatus(frame.status);
      case 'accept':
        return desk.accept(frame.contactId);
      case 'decline':
        return desk.decline(frame.contactId);
      case 'done': {
        const { contactId, disposition, tags } = frame;
        return desk.finish(contactId, { disposition, tags });
      }
      default:
        return this.#act(desk, frame);
    }
  }

  closed(): void {
    this.#console?.close();
  }

  #hello(frame: Extract<AgentFrame, { type: 'hello' }>): void {
    if (this.#console) return this.#link.refuse(new ServiceError('ALREADY_STARTED'));
    try {
      checkVersion(frame);
    } catch (error) {
      return this.#link.refuse(error);
    }
    this.#link.begun();
    this.#console = this.#participants.openConsole(this.#profile, new AgentView(this.#link), frame);
  }

  #act(desk: ConsoleSession, frame: ChatFrame): void {
    const chat = desk.chat(frame.contactId);
    if (!chat) return this.#link.refuse(new ServiceError('CONTACT_NOT_FOUND'), subjectOf(frame));
    switch (frame.type) {
      case 'note':
        return chat.note(frame);
      case 'transfer':
        return chat.transfer({ to: frame.to, note: frame.note ?? '' });
      default:
        return act(chat, frame);
    }
  }
}

/** Shows a console by frames. */
class AgentView implements ConsoleView {
  readonly #link: ViewLink;

  constructor(link: ViewLink) {
    this.#link = link;
  }

  welcome(welcome: Welcome): void {
    this.#send({ type: 'welcome', ...welcome });
  }

  status(status: AgentStatus, statusMilliseconds: number): void {
    this.#send({ type: 'status', status, statusMilliseconds });
  }

  offer(offer: ContactOffer): void {
    this.#send({ type: 'offer', ...offer });
  }

  offerClosed(contactId: string, reason: OfferEnd): void {
    this.#send({ type: 'offer-closed', contactId, reason });
  }

  contact(opened: OpenedContact): ParticipantView {
    this.#send({ type: 'contact', ...opened });
    return new AgentChatView(this.#link, opened.contact.contactId);
  }

  contactLeft(contactId: string, wasAway: boolean): void {
    this.#send({ type: 'contact-left', contactId, wasAway });
  }

  refused(error: unknown, contactId: string): void {
    this.#link.refuse(error, { contactId });
  }

  #send(frame: AgentServiceFrame): void {
    this.#link.send(frame);
  }
}

/** Adds what only staff see of a chat. */
class AgentChatView extends FrameView {
  readonly #contactId: string;

  constructor(link: ViewLink, contactId: string) {
    super(link, contactId);
    this.#contactId = contactId;
  }

  customerPresence(goneSince: string | null): void {
    this.link.send({ type: 'customer-presence', contactId: this.#contactId, goneSince });
  }

  wrapUp(work: ShownWrapUp | null): void {
    const { until, dispositions, tags } = work ?? { until: null, dispositions: [], tags: [] };
    this.link.send({ type: 'wrap-up', contactId: this.#contactId, until, dispositions, tags });
  }

  idle(warning: { of: IdleParticipant; until: string }): void {
    this.link.send({ type: 'idle', contactId: this.#contactId, ...warning });
  }

  survey(survey: SurveyAnswer): void {
    this.link.send({ type: 'survey', contactId: this.#contactId, survey });
  }
}

import type { AgentStatus } from '../../shared/agent-status.js';
import type { ContactCard, ContactOffer } from '../../shared/contact-card.js';
import type { OfferEnd } from '../contact/entry.js';
import type { ParticipantView } from './participant-view.js';

export type { OfferEnd };

/** Who is at the console, and the chats that they have. */
export interface Welcome {
  agentId: string;
  username: string;
  displayName: string;
  status: AgentStatus;
  contactIds: string[];
  epoch: string;
}

/** A chat that a console has from now on; its items after number `after` follow. */
export interface OpenedContact {
  contact: ContactCard;
  /** The agent's own. */
  participantId: string;
  lastSeq: number;
  after: number;
}

/** How one connection shows an agent's console; an edge turns each call into a frame of its protocol. */
export interface ConsoleView {
  welcome(welcome: Welcome): void;
  status(status: AgentStatus): void;
  offer(offer: ContactOffer): void;
  offerClosed(contactId: string, reason: OfferEnd): void;
  /** Gives the view that the chat is shown by. */
  contact(opened: OpenedContact): ParticipantView;
  /** The chat goes on without this agent; `wasAway` where that happened while the agent had no console. */
  contactLeft(contactId: string, wasAway: boolean): void;
  /** Something about this contact was refused, or failed. */
  refused(error: unknown, contactId: string): void;
}

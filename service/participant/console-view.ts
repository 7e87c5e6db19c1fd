import type { AgentStatus } from '../../shared/agent-status.js';
import type { ContactCard, ContactOffer } from '../../shared/contact-card.js';
import type { OfferEnd } from '../contact/entry.js';
import type { ParticipantView } from './participant-view.js';

export type { OfferEnd };

/** The agent at the console, and their chats. */
export interface Welcome {
  agentId: string;
  username: string;
  displayName: string;
  status: AgentStatus;
  /** For how long the agent has had the status. */
  statusMilliseconds: number;
  contactIds: string[];
  epoch: string;
}

/** A chat that was added to a console. Its items after number `after` follow. */
export interface OpenedContact {
  contact: ContactCard;
  /** The agent's participant id. */
  participantId: string;
  lastSeq: number;
  after: number;
}

/** How one connection shows an agent's console. An edge maps each call to a frame of its protocol. */
export interface ConsoleView {
  welcome(welcome: Welcome): void;
  /** The agent's status changed, and has been so for some milliseconds. */
  status(status: AgentStatus, milliseconds: number): void;
  offer(offer: ContactOffer): void;
  offerClosed(contactId: string, reason: OfferEnd): void;
  /** Returns the view that shows the chat. */
  contact(opened: OpenedContact): ParticipantView;
  /**
   * The agent has left the chat, which goes on; `wasAway` if that happened while the agent had no console.
   */
  contactLeft(contactId: string, wasAway: boolean): void;
  /** A request about this contact was refused or failed. */
  refused(error: unknown, contactId: string): void;
}

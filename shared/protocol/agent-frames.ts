import { Type, type TObject, type TProperties, type TString } from 'typebox';
import type { AgentStatus } from '../agent-status.js';
import { AgentStatusSchema, ChosenStatusSchema } from '../agent-status-schema.js';
import type { ContactCard, ContactOffer } from '../contact-card.js';
import type { SurveyAnswer } from '../survey.js';
import { outcomeMembers } from '../wrap-up.js';
import { frameSchema, type FrameOf, type FrameSchemas } from './frame-schema.js';
import {
  participantFrameSchemas,
  type ErrorFrame,
  type OfContact,
  type ParticipantServiceFrame,
} from './participant-frames.js';
import { EpochSchema, socketFrameSchemas, VersionSchema, type SocketFrame } from './socket-frames.js';

const contactId = Type.String({ minLength: 1, maxLength: 64 });

const configurationId = Type.String({ minLength: 1, maxLength: 128 });

type OfContactSchemas<Schemas extends FrameSchemas> = {
  [Name in keyof Schemas]: Schemas[Name] extends TObject<infer Members extends TProperties>
    ? TObject<Members & { contactId: TString }>
    : never;
};
/** The same frames for a socket that carries several contacts. */
const ofContact = <Schemas extends FrameSchemas>(schemas: Schemas): OfContactSchemas<Schemas> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, { properties }]) => [
      name,
      Type.Object({ ...properties, contactId }, { additionalProperties: false }),
    ]),
  ) as OfContactSchemas<Schemas>;

/** The frames that an agent's client sends: one schema per frame type. */
export const agentFrameSchemas = {
  /**
   * The first frame: resumes every chat after the number that the console has of it. `status` is the agent's
   * latest choice; the service uses it only if it doesn't know a status, as after a restart.
   */
  hello: frameSchema('hello', {
    version: Type.Optional(VersionSchema),
    after: Type.Record(contactId, Type.Integer({ minimum: 0 })),
    status: Type.Optional(AgentStatusSchema),
    epoch: Type.Optional(EpochSchema),
  }),
  status: frameSchema('status', { status: ChosenStatusSchema }),
  accept: frameSchema('accept', { contactId }),
  decline: frameSchema('decline', { contactId }),
  /** Stores a private note, which no customer gets. Answered as a message is. */
  note: frameSchema('note', {
    contactId,
    clientToken: participantFrameSchemas.message.properties.clientToken,
    content: Type.String(),
  }),
  /** The after-contact work of an ended chat is done. */
  done: frameSchema('done', { contactId, ...outcomeMembers }),
  /** Hands the chat over. The answer is `contact-left`. */
  transfer: frameSchema('transfer', {
    contactId,
    to: Type.Union([
      Type.Object({ queueId: configurationId }, { additionalProperties: false }),
      Type.Object({ agentId: configurationId }, { additionalProperties: false }),
    ]),
    /** A private note for whoever takes the chat. */
    note: Type.Optional(Type.String()),
  }),
  ...ofContact(participantFrameSchemas),
  ...socketFrameSchemas,
} as const;
export type AgentFrame = FrameOf<typeof agentFrameSchemas>;

/**
 * The frames that the service sends to an agent: every participant's frames with a contact's id, and the
 * console's own.
 */
export type AgentServiceFrame = ConsoleServiceFrame | OfContact<ParticipantServiceFrame> | SocketFrame;
export type ConsoleServiceFrame =
  | WelcomeFrame
  | StatusNoticeFrame
  | OfferFrame
  | OfferClosedFrame
  | ContactFrame
  | SurveyFrame
  | WrapUpFrame
  | CustomerPresenceFrame
  | IdleFrame
  | ContactLeftFrame
  | AgentErrorFrame;

/** A refusal. If it is about a contact, it has the contact's id. */
export type AgentErrorFrame = ErrorFrame & { contactId?: string };

/**
 * Answers `hello`. A `contact` frame and the items of each of the agent's open chats follow, then outstanding
 * offers, then the missing items of chats that `hello` named and that have ended meanwhile.
 */
export interface WelcomeFrame {
  type: 'welcome';
  agentId: string;
  username: string;
  displayName: string;
  status: AgentStatus;
  /** For how long the agent has had the status. An older service leaves it out. */
  statusMilliseconds?: number;
  /** The agent's open chats. A console drops other chats that it believed open. */
  contactIds: string[];
  epoch?: string;
}
/** The agent's status changed: in this tab, in another one, or because the agent missed an offer. */
export interface StatusNoticeFrame {
  type: 'status';
  status: AgentStatus;
  statusMilliseconds?: number;
}
/**
 * A contact rings. If the agent doesn't answer within `ringMilliseconds`, it is offered to the next agent.
 * Sent again, with the remaining time, when the customer writes, disconnects or returns.
 */
export interface OfferFrame extends ContactOffer {
  type: 'offer';
}
/**
 * When the customer of one of this agent's chats lost their connection (ISO 8601), or null once they are
 * back.
 */
export interface CustomerPresenceFrame {
  type: 'customer-presence';
  contactId: string;
  goneSince: string | null;
}
/**
 * A participant of one of this agent's chats is silent, and has until that time (ISO 8601) to write. Then the chat ends
 * (`CUSTOMER`), or goes back to its queue (`AGENT`).
 */
export interface IdleFrame {
  type: 'idle';
  contactId: string;
  of: 'CUSTOMER' | 'AGENT';
  until: string;
}
/** The agent has left the chat, which returned to its queue. */
export interface ContactLeftFrame {
  type: 'contact-left';
  contactId: string;
  /** Whether that happened while the agent had no console. */
  wasAway: boolean;
}
/** The customer rated an ended chat of this agent. */
export interface SurveyFrame {
  type: 'survey';
  contactId: string;
  survey: SurveyAnswer;
}
/**
 * The agent's after-contact work of an ended chat began: until that time (ISO 8601) the chat counts as one of theirs.
 * `dispositions` and `tags` are what the queue proposes. It is over where `until` is null.
 */
export interface WrapUpFrame {
  type: 'wrap-up';
  contactId: string;
  until: string | null;
  dispositions: string[];
  tags: string[];
}
/**
 * The contact no longer rings: the agent answered here or in another tab, declined or missed it, or it was
 * withdrawn (the customer left).
 */
export interface OfferClosedFrame {
  type: 'offer-closed';
  contactId: string;
  reason: 'ACCEPTED' | 'DECLINED' | 'MISSED' | 'WITHDRAWN';
}
/**
 * The agent has this chat; its items after number `after` follow. A console that has later ones drops them.
 * `participantId` is the agent's own.
 */
export interface ContactFrame {
  type: 'contact';
  contact: ContactCard;
  participantId: string;
  lastSeq: number;
  after: number;
}

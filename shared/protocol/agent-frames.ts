import { Type, type TObject, type TProperties, type TString } from 'typebox';
import { AgentStatusSchema, ChosenStatusSchema, type AgentStatus } from '../agent-status.js';
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
/** The same frames on a socket that carries several contacts. */
const ofContact = <Schemas extends FrameSchemas>(schemas: Schemas): OfContactSchemas<Schemas> =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, { properties }]) => [
      name,
      Type.Object({ ...properties, contactId }, { additionalProperties: false }),
    ]),
  ) as OfContactSchemas<Schemas>;

/** What an agent's socket may say: one schema a frame type. */
export const agentFrameSchemas = {
  /**
   * The first frame: continues every chat after the number the console has of it. `status` is what the agent last chose;
   * it counts only where the service has forgotten (after a restart).
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

/** What an agent's socket hears: every participant's frames with a contact's id, and these of its own. */
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
  | ContactLeftFrame
  | AgentErrorFrame;

/** A refusal, of a frame about a contact with its id. */
export type AgentErrorFrame = ErrorFrame & { contactId?: string };

/**
 * Answers `hello`; a `contact` for every open chat of this agent and its items follow, then outstanding offers, and the
 * rest of those chats that `hello` named and that have ended meanwhile.
 */
export interface WelcomeFrame {
  type: 'welcome';
  agentId: string;
  username: string;
  displayName: string;
  status: AgentStatus;
  /** The agent's open chats: a console forgets others that it believed open. */
  contactIds: string[];
  epoch?: string;
}
/** The agent's status changed, here, in another tab, or because an offer was not answered in time. */
export interface StatusNoticeFrame {
  type: 'status';
  status: AgentStatus;
}
/**
 * A contact rings; unanswered, it goes to the next agent after `ringMilliseconds`. It comes again, with the time that is
 * left, when the customer writes, leaves or comes back meanwhile.
 */
export interface OfferFrame extends ContactOffer {
  type: 'offer';
}
/** The customer of one of this agent's chats is gone since that time (ISO 8601), or back. */
export interface CustomerPresenceFrame {
  type: 'customer-presence';
  contactId: string;
  goneSince: string | null;
}
/** The chat is no longer this agent's, and goes on: it went back to its queue. */
export interface ContactLeftFrame {
  type: 'contact-left';
  contactId: string;
  /** Whether that happened while the agent had no console. */
  wasAway: boolean;
}
/** The customer rated a chat of this agent that is over. */
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
/** The ringing is over: answered here or in another tab, declined, missed, or withdrawn (the customer left). */
export interface OfferClosedFrame {
  type: 'offer-closed';
  contactId: string;
  reason: 'ACCEPTED' | 'DECLINED' | 'MISSED' | 'WITHDRAWN';
}
/**
 * A chat is this agent's; its items after number `after` follow (a console that has more of it drops what it has).
 * `participantId` is the agent's own in it.
 */
export interface ContactFrame {
  type: 'contact';
  contact: ContactCard;
  participantId: string;
  lastSeq: number;
  after: number;
}

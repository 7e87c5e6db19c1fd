import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { SurveyKind } from '../../shared/survey.js';
import type { FlowState } from '../flow/flow-state.js';

/** Attributes by where they come from: a signed token (verified), or the page, which a visitor can change. */
export interface ContactAttributes {
  verified: Record<string, string>;
  unverified: Record<string, string>;
}

/** The page that a chat was started on. */
export interface ContactPage {
  url: string;
  title: string;
  referrer: string;
}

/** Whoever an entry is about. Written out in each, so that an entry can be shown without the rest of its log. */
export interface Speaker {
  participantId: string;
  role: ParticipantRole;
  displayName: string;
}

/** A file as the log has it: by its id, its name and media type, and its size in bytes. Its bytes are elsewhere. */
export interface SaidFile {
  attachmentId: string;
  name: string;
  contentType: string;
  size: number;
  /** Set where it is a document with macros, and people are to be told so. */
  hasMacros?: true;
}

/** What happened in a contact, before it has its number. `at` is milliseconds since 1970. */
export type NewEntry = { at: number } & EntryFacts;

/** One entry of a contact's log: numbered from 1 without gaps, never changed. */
export type Entry = { seq: number } & NewEntry;

export type EntryKind = EntryFacts['kind'];

type EntryFacts =
  | {
      kind: 'contact.started';
      contactId: string;
      widgetId: string;
      flowId: string;
      customer: { participantId: string; displayName: string; tokenHash: string; customerId: string | null };
      attributes: ContactAttributes;
      page: ContactPage | null;
      language: string;
      contentTypes: string[];
      /** Minutes after which the chat ends by itself; logs from before it could be chosen lack it. */
      minutes?: number;
      /** Minutes after which it ends where a customer left without a word; null for never. Older logs lack it. */
      silentMinutes?: number | null;
      /** A message was left while nobody answered: the contact waits as long as it takes. */
      isLeftMessage?: true;
      /** The customer answered the widget's questions before the chat; older logs lack it. */
      hasAnswers?: true;
      /** Messages may be long (`limits.longMessageBytes`): what the widget allowed then counts for the whole chat. */
      longMessages?: true;
    }
  /** A lost `started` was asked for again: one more token that opens the same participant's view. */
  | { kind: 'token.issued'; participantId: string; tokenHash: string }
  /** `pictureUrl` is the address of an agent's picture, where the account had one. */
  | { kind: 'participant.joined'; who: Speaker; agentId: string | null; pictureUrl?: string }
  /** `agentId` is there where the chat goes on: the account behind who left. */
  | { kind: 'participant.left'; who: Speaker; agentId?: string | null }
  | { kind: 'message'; who: Speaker; clientToken: string | null; contentType: string; content: string }
  /** A file that was uploaded before. */
  | ({ kind: 'attachment'; who: Speaker; clientToken: string } & SaidFile)
  /** High-water marks: everything up to these numbers was delivered, and read. */
  | { kind: 'marked'; participantId: string; delivered: number; read: number }
  | { kind: 'attributes.set'; attributes: Record<string, string> }
  /** Where the contact now stands in its flow. */
  | { kind: 'flow.moved'; flow: FlowState }
  | { kind: 'queue.targeted'; queueId: string }
  | { kind: 'queue.entered'; queueId: string }
  /** The last agent has left a chat that goes on: it waits again, in front of its queue. */
  | { kind: 'queue.returned'; queueId: string }
  /** The customer has had no connection since that time (milliseconds since 1970), for longer than a reload takes. */
  | { kind: 'customer.gone'; since: number }
  | { kind: 'customer.back' }
  | { kind: 'offer.made'; agentId: string; until: number }
  | { kind: 'offer.closed'; agentId: string; reason: OfferEnd }
  | { kind: 'survey.answered'; participantId: string; clientToken: string; survey: SurveyFacts }
  | { kind: 'chat.ended'; by: string | null; reason: ChatEnd };

/** What the customer said of the chat; `rating` is one of `shared/ratings.ts`, `comment` empty for none. */
export interface SurveyFacts {
  kind: SurveyKind;
  rating: number;
  comment: string;
}

/** How an offer came to its end. */
export type OfferEnd = 'ACCEPTED' | 'DECLINED' | 'MISSED' | 'WITHDRAWN';

/**
 * Why a chat ended: `ADMIN` by REST; `SILENT` because the customer left without a word before anyone answered.
 */
export type ChatEnd = 'CUSTOMER' | 'AGENT' | 'FLOW' | 'DURATION' | 'ADMIN' | 'SILENT';

import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { SurveyKind } from '../../shared/survey.js';
import type { TranscriptEventKind } from '../../shared/transcript-events.js';
import type { Outcome } from '../../shared/wrap-up.js';
import type { FlowState } from '../flow/flow-state.js';

/** Attributes by source: the signed token (verified), or the page, which a visitor can change. */
export interface ContactAttributes {
  verified: Record<string, string>;
  unverified: Record<string, string>;
}

/** The page on which a chat was started. */
export interface ContactPage {
  url: string;
  title: string;
  referrer: string;
}

/** The participant of an entry. Each entry has a copy, so that it can be shown without the rest of the log. */
export interface Speaker {
  participantId: string;
  role: ParticipantRole;
  displayName: string;
}

/** A posted file: id, name, media type, and size in bytes. The log doesn't contain its bytes. */
export interface PostedFile {
  attachmentId: string;
  name: string;
  contentType: string;
  size: number;
  /** Set for a document with macros, so that readers are warned. */
  hasMacros?: true;
}

/** What happened in a contact, without a number yet. `at` is in milliseconds since 1970. */
export type NewEntry = { at: number } & EntryFacts;

/** An entry of a contact's log. Numbers start at 1 and have no gaps; entries never change. */
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
      contentTypes: readonly string[];
      /** Minutes after which the chat ends by itself; older logs lack it. */
      minutes?: number;
      /** Minutes after which the chat ends if a silent customer is gone; null for never. Older logs lack it. */
      silentMinutes?: number | null;
      /** The contact began with an offline message: it waits without a time limit. */
      isLeftMessage?: true;
      /** The customer answered the widget's pre-chat questions; older logs lack it. */
      hasAnswers?: true;
      /**
       * Long messages are allowed (`limits.longMessageBytes`). The widget's setting at the start counts for the whole
       * chat.
       */
      longMessages?: true;
    }
  /** Another token for the same participant, because the client asked for the chat again. */
  | { kind: 'token.issued'; participantId: string; tokenHash: string }
  | { kind: 'message'; who: Speaker; clientToken: string | null; contentType: string; content: string }
  /** A file that was uploaded before. */
  | ({ kind: 'attachment'; who: Speaker; clientToken: string } & PostedFile)
  /**
   * A private note: only participants who see notes get it. `transferredTo` names the queue or the agent of a transfer,
   * whose note may be empty.
   */
  | { kind: 'note'; who: Speaker; clientToken: string | null; content: string; transferredTo?: string }
  /** The numbers up to which the participant has received and read. */
  | { kind: 'marked'; participantId: string; delivered: number; read: number }
  | { kind: 'attributes.set'; attributes: Record<string, string> }
  /** The contact's position in its flow. */
  | { kind: 'flow.moved'; flow: FlowState }
  | { kind: 'queue.targeted'; queueId: string }
  | { kind: 'queue.entered'; queueId: string }
  /** The last agent left a chat that goes on: it waits again, at the front of its queue. */
  | { kind: 'queue.returned'; queueId: string }
  /**
   * An agent (`by`) handed the chat over: it waits at the front of this queue. `agentId` is the agent who is asked first;
   * null for the agents of the queue.
   */
  | { kind: 'queue.transferred'; queueId: string; agentId: string | null; by: string | null }
  /**
   * The customer has been without a connection since that time (milliseconds since 1970), longer than a reload takes.
   */
  | { kind: 'customer.gone'; since: number }
  | { kind: 'customer.back' }
  | { kind: 'offer.made'; agentId: string; until: number }
  | { kind: 'offer.closed'; agentId: string; reason: OfferEnd }
  /** After the chat, an agent has until that time (milliseconds since 1970) to say how it ended. */
  | {
      kind: 'wrap-up.started';
      participantId: string;
      agentId: string;
      until: number;
      /** What the queue proposes. */
      dispositions: string[];
      tags: string[];
    }
  | {
      kind: 'wrap-up.finished';
      participantId: string;
      agentId: string;
      reason: WrapUpEnd;
      outcome: Outcome | null;
    }
  | { kind: 'survey.answered'; participantId: string; clientToken: string; survey: SurveyFacts }
  | EventEntry;

/** Entries that the transcript shows as events; see `shared/transcript-events.ts`. */
type EventEntry = {
  [Kind in TranscriptEventKind]: { kind: Kind } & (Kind extends keyof EventFacts
    ? EventFacts[Kind]
    : { who: Speaker });
}[TranscriptEventKind];

/** The members of events that change the contact's state. */
interface EventFacts {
  /** `pictureUrl` is the address of an agent's picture, if the account had one. */
  'participant.joined': { who: Speaker; agentId: string | null; pictureUrl?: string };
  /**
   * `agentId` is the account of the participant. It is set if the chat goes on without them. `isTransfer` is set if the
   * participant handed the chat over, of which the customer reads another line.
   */
  'participant.left': { who: Speaker; agentId?: string | null; isTransfer?: true };
  /** `by` is the participant who ended the chat. */
  'chat.ended': { by: string | null; reason: ChatEnd };
}

/** Events without a row in {@link EventFacts}: they name the participant who caused them, and change no state. */
export type PlainEventKind = Exclude<TranscriptEventKind, keyof EventFacts>;

/** The customer's rating. `rating` is one of `shared/ratings.ts`; `comment` is empty for none. */
export interface SurveyFacts {
  kind: SurveyKind;
  rating: number;
  comment: string;
}

/** How an offer ended. */
export type OfferEnd = 'ACCEPTED' | 'DECLINED' | 'MISSED' | 'WITHDRAWN';

/** How after-contact work ended: by the agent, by its time, or because the agent went offline. */
export type WrapUpEnd = 'DONE' | 'TIME' | 'LEFT';

/** Why a chat ended. `ADMIN`: by REST. `SILENT`: the customer is gone, sent nothing, and no agent had joined. */
export type ChatEnd = 'CUSTOMER' | 'AGENT' | 'FLOW' | 'DURATION' | 'ADMIN' | 'SILENT';

import type { SurveyAnswer } from '../../shared/survey.js';
import type { Speaker } from '../contact/entry.js';
import type { QueuePosition } from '../routing/queue-places.js';
import type { ShownItem } from './shown-item.js';

export type { QueuePosition, Speaker };

/** What a participant sent, as it is stored. */
export interface StoredMessage {
  clientToken: string;
  seq: number;
  /** Of the item. */
  id: string;
  /** ISO 8601. */
  absoluteTime: string;
}

/** Up to which numbers a participant has received, and read. */
export interface Receipt {
  participantId: string;
  delivered: number;
  read: number;
}

/** After-contact work: until when (ISO 8601), and what the queue proposes. */
export interface ShownWrapUp {
  until: string;
  dispositions: string[];
  tags: string[];
}

/**
 * How one connection shows a contact: an edge turns each call into a frame of its protocol. The calls come in the order of
 * the log. What only some roles are shown may be left out by an edge that has no frame for it.
 */
export interface ParticipantView {
  item(shown: ShownItem): void;
  /** What this connection sent is durable. It stands where the item would stand, which is not shown. */
  stored(message: StoredMessage): void;
  receipt(receipt: Receipt): void;
  typing(who: Speaker): void;
  /** Where the contact waits; null once it waits no longer. */
  queuePlace?(place: QueuePosition | null): void;
  /** Since when the customer is gone (ISO 8601); null once they are back. */
  customerPresence?(goneSince: string | null): void;
  survey?(answer: SurveyAnswer): void;
  /** The participant's own after-contact work began, or is over (null). */
  wrapUp?(work: ShownWrapUp | null): void;
  /** Something that this connection asked for was refused, or failed; `clientToken` names the message it is about. */
  refused(error: unknown, clientToken?: string): void;
  /** The contact can't be read: nothing more will come. */
  failed(error: unknown): void;
  /** Null while more can be taken; else resolves when it can. */
  busy(): Promise<void> | null;
}

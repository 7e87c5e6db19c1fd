import type { SurveyAnswer } from '../../shared/survey.js';
import type { IdleParticipant, Speaker } from '../contact/entry.js';
import type { QueuePosition } from '../routing/queue-places.js';
import type { ShownItem } from './shown-item.js';

export type { IdleParticipant, QueuePosition, Speaker };

/** The confirmation of a stored message or file. */
export interface StoredMessage {
  clientToken: string;
  seq: number;
  /** The item's id. */
  id: string;
  /** ISO 8601. */
  absoluteTime: string;
}

/** The numbers up to which a participant has received and read. */
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
 * How one connection shows a contact. An edge maps each call to a frame of its protocol. Calls come in the
 * order of the log. Optional members are for some roles only; an edge without a frame for them omits them.
 */
export interface ParticipantView {
  item(shown: ShownItem): void;
  /** A message of this connection is durable. Replaces showing its item. */
  stored(message: StoredMessage): void;
  receipt(receipt: Receipt): void;
  typing(who: Speaker): void;
  /** The contact's place in the queue; null once it no longer waits. */
  queuePlace?(place: QueuePosition | null): void;
  /** When the customer lost their connection (ISO 8601); null once they are back. */
  customerPresence?(goneSince: string | null): void;
  /** A silent participant was warned: they have until that time (ISO 8601) to write. */
  idle?(warning: { of: IdleParticipant; until: string }): void;
  survey?(answer: SurveyAnswer): void;
  /** The participant's own after-contact work began, or is over (null). */
  wrapUp?(work: ShownWrapUp | null): void;
  /** A request of this connection was refused or failed; `clientToken` names its message. */
  refused(error: unknown, clientToken?: string): void;
  /** The contact can't be read: no further call follows. */
  failed(error: unknown): void;
  /** Backpressure: null if the connection can take more, otherwise a promise that resolves when it can. */
  busy(): Promise<void> | null;
}

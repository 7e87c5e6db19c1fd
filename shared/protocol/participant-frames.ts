import { Type } from 'typebox';
import type { TranscriptItem } from '../transcript-item.js';
import type { ErrorCode } from './codes.js';
import { frameSchema, type FrameOf } from './frame-schema.js';

/** The sender's own name for a message or an attachment: the same one again gives the same number, once. */
const clientToken = Type.String({ minLength: 1, maxLength: 500 });
const seq = Type.Integer({ minimum: 1 });
/** The members of a message; its length is checked by the domain, so that the answer has a code of its own. */
export const messageMembers = {
  clientToken,
  contentType: Type.String({ minLength: 1, maxLength: 100 }),
  content: Type.String(),
};

/**
 * What a participant says in one contact, on any socket. A socket of several contacts (an agent's) carries the same frames
 * with the contact's id.
 */
export const participantFrameSchemas = {
  message: frameSchema('message', messageMembers),
  /** A file that was uploaded takes its place in the contact; `attachmentId` is what the upload was answered with. */
  attachment: frameSchema('attachment', {
    clientToken,
    attachmentId: Type.String({ minLength: 1, maxLength: 64 }),
  }),
  typing: frameSchema('typing', {}),
  /** Everything up to `seq` has arrived. */
  delivered: frameSchema('delivered', { seq }),
  /** Everything up to `seq` has been seen. */
  read: frameSchema('read', { seq }),
  /** Ends the contact for everybody. */
  end: frameSchema('end', {}),
} as const;
export type ParticipantFrame = FrameOf<typeof participantFrameSchemas>;

/** What a participant hears of one contact, on any socket. */
export type ParticipantServiceFrame = ItemFrame | AckFrame | TypingFrame | ReceiptFrame;

/**
 * One transcript item; `clientToken` is its sender's, so that the sender's other sockets know it as theirs. `pictureUrl`
 * comes with the item by which an agent joins who has a picture: an `https:` address.
 */
export interface ItemFrame {
  type: 'item';
  item: TranscriptItem;
  clientToken?: string;
  pictureUrl?: string;
}
/** What this socket sent is durable. It stands where the item would stand: the sending socket hears no `item` for it. */
export interface AckFrame {
  type: 'ack';
  clientToken: string;
  seq: number;
  id: string;
  absoluteTime: string;
}
/** Somebody is writing; shown for a few seconds, never kept. */
export interface TypingFrame {
  type: 'typing';
  participantId: string;
  participantRole: string;
  displayName: string;
}
/** How far a participant has received and read: numbers of the log, never falling. */
export interface ReceiptFrame {
  type: 'receipt';
  participantId: string;
  delivered: number;
  read: number;
}

/**
 * A refusal, on any socket. `clientToken` names the message it is about, `pointer` (RFC 6901) the member that is wrong,
 * `retryAfter` the seconds after which the same frame may be taken.
 */
export interface ErrorFrame {
  type: 'error';
  code: ErrorCode;
  message: string;
  clientToken?: string;
  pointer?: string;
  retryAfter?: number;
}

/** A frame of one contact on a socket that carries several. */
export type OfContact<Frame> = Frame extends unknown ? Frame & { contactId: string } : never;

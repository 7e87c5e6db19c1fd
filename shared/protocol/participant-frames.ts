import { Type } from 'typebox';
import type { TranscriptItem } from '../transcript-item.js';
import type { ErrorCode } from './codes.js';
import { frameSchema, type FrameOf } from './frame-schema.js';

/**
 * The sender's own id of a message or an attachment. Repeating it gives the same number, and stores nothing
 * twice.
 */
const clientToken = Type.String({ minLength: 1, maxLength: 500 });
const seq = Type.Integer({ minimum: 1 });
/** The members of a message. The domain checks the length, so that a violation has its own error code. */
export const messageMembers = {
  clientToken,
  contentType: Type.String({ minLength: 1, maxLength: 100 }),
  content: Type.String(),
};

/**
 * The frames that a participant sends in one contact, on any socket. A socket of several contacts (an
 * agent's) carries the same frames with the contact's id.
 */
export const participantFrameSchemas = {
  message: frameSchema('message', messageMembers),
  /** Posts an uploaded file; `attachmentId` is from the answer to the upload. */
  attachment: frameSchema('attachment', {
    clientToken,
    attachmentId: Type.String({ minLength: 1, maxLength: 64 }),
  }),
  typing: frameSchema('typing', {}),
  /** All items up to `seq` have arrived. */
  delivered: frameSchema('delivered', { seq }),
  /** All items up to `seq` were displayed. */
  read: frameSchema('read', { seq }),
  /** Ends the contact for everybody. */
  end: frameSchema('end', {}),
} as const;
export type ParticipantFrame = FrameOf<typeof participantFrameSchemas>;

/** The frames that a participant receives of one contact, on any socket. */
export type ParticipantServiceFrame = ItemFrame | AckFrame | TypingFrame | ReceiptFrame;

/**
 * One transcript item. `clientToken` is the sender's, so that the sender's other sockets recognize it.
 * `pictureUrl` is set if an agent with a picture joins by this item: an `https:` address.
 */
export interface ItemFrame {
  type: 'item';
  item: TranscriptItem;
  clientToken?: string;
  pictureUrl?: string;
}
/** A message of this socket is durable. Sent instead of the `item` that all other sockets get. */
export interface AckFrame {
  type: 'ack';
  clientToken: string;
  seq: number;
  id: string;
  absoluteTime: string;
}
/** A participant is typing. Displayed for a few seconds, never stored. */
export interface TypingFrame {
  type: 'typing';
  participantId: string;
  participantRole: string;
  displayName: string;
}
/** The numbers up to which a participant has received and read. They never fall. */
export interface ReceiptFrame {
  type: 'receipt';
  participantId: string;
  delivered: number;
  read: number;
}

/**
 * A refusal, on any socket. `clientToken` names its message, `pointer` (RFC 6901) the member at fault,
 * `retryAfter` the seconds after which the same frame may succeed.
 */
export interface ErrorFrame {
  type: 'error';
  code: ErrorCode;
  message: string;
  clientToken?: string;
  pointer?: string;
  retryAfter?: number;
}

/** A frame of one contact, on a socket that carries several. */
export type OfContact<Frame> = Frame extends unknown ? Frame & { contactId: string } : never;

import type { ItemAttachment } from '../shared/transcript-item.js';
import type { ChatError } from './chat-error.js';

/** A message or an uploaded file that was sent, but is not known to be stored. */
export interface OutgoingMessage {
  /** The client's id for it: the service stores it once, however often it is sent. */
  readonly clientToken: string;
  readonly contentType: string;
  /** Empty for a file. */
  readonly content: string;
  readonly attachment?: ItemAttachment;
  /** When it was sent, in milliseconds since 1970. */
  readonly createdAt: number;
  /** Why the service refused it; it waits for `retry` or `discard`. */
  readonly refusal?: ChatError;
}

/** The frame that sends it. */
export const toFrame = ({ clientToken, contentType, content, attachment }: OutgoingMessage) =>
  attachment
    ? ({ type: 'attachment', clientToken, attachmentId: attachment.attachmentId } as const)
    : ({ type: 'message', clientToken, contentType, content } as const);

/** The member of a `start` frame that sends it with the start. */
export const toFirstMessage = ({ clientToken, contentType, content }: OutgoingMessage) => ({
  clientToken,
  contentType,
  content,
});

import type { ItemAttachment } from '../shared/transcript-item.js';
import type { ChatError } from './chat-error.js';

/** A message, or a file that was uploaded, on its way: said, but not known to be stored. */
export interface OutgoingMessage {
  /** Its name, made by the client: however often it is sent, it is stored once. */
  readonly clientToken: string;
  readonly contentType: string;
  /** Empty with a file. */
  readonly content: string;
  readonly attachment?: ItemAttachment;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Why the service did not take it; it waits for `retry` or `discard`. */
  readonly refusal?: ChatError;
}

/** The frame that says it, but for what else a frame of this side names. */
export const toFrame = ({ clientToken, contentType, content, attachment }: OutgoingMessage) =>
  attachment
    ? ({ type: 'attachment', clientToken, attachmentId: attachment.attachmentId } as const)
    : ({ type: 'message', clientToken, contentType, content } as const);

/** The member of a start frame that says it with the start. */
export const toFirstMessage = ({ clientToken, contentType, content }: OutgoingMessage) => ({
  clientToken,
  contentType,
  content,
});

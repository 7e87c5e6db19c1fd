import { Type } from 'typebox';

/** The members of a message on either socket; its length is checked by the domain, so that the answer has a code of its own. */
export const MessageFieldsSchema = {
  /** The sender's own name for this message: the same one again gives the same number, once. */
  clientToken: Type.String({ minLength: 1, maxLength: 500 }),
  contentType: Type.String({ minLength: 1, maxLength: 100 }),
  content: Type.String(),
};
/** The members of an attachment on either socket: a file that was uploaded takes its place in the chat. */
export const AttachmentFieldsSchema = {
  /** The sender's own name for it, as a message has one. */
  clientToken: Type.String({ minLength: 1, maxLength: 500 }),
  /** What the upload was answered with. */
  attachmentId: Type.String({ minLength: 1, maxLength: 64 }),
};
const seq = Type.Integer({ minimum: 1 });
/** Everything up to `seq` has arrived. */
export const DeliveredFrameSchema = Type.Object(
  { type: Type.Literal('delivered'), seq },
  { additionalProperties: false },
);
/** Everything up to `seq` has been seen. */
export const ReadFrameSchema = Type.Object(
  { type: Type.Literal('read'), seq },
  { additionalProperties: false },
);
/** Browsers can't see WebSocket pings (RFC 6455 §5.5.2), so either side may ask by frame; the other answers `pong`. */
export const PingFrameSchema = Type.Object({ type: Type.Literal('ping') }, { additionalProperties: false });
export const PongFrameSchema = Type.Object({ type: Type.Literal('pong') }, { additionalProperties: false });
/**
 * Which logs the numbers are of: another one after a restore, when the same number may be of another entry. A client says
 * the one that its numbers came with.
 */
export const EpochSchema = Type.String({ minLength: 1, maxLength: 64 });

import { Type } from 'typebox';
import { frameSchema, type FrameOf } from './frame-schema.js';

/**
 * The frames that either side of any socket may send at any time. Browsers can't see WebSocket pings (RFC
 * 6455 §5.5.2), so either side may send `ping`; the other answers `pong`.
 */
export const socketFrameSchemas = {
  ping: frameSchema('ping', {}),
  pong: frameSchema('pong', {}),
} as const;
export type SocketFrame = FrameOf<typeof socketFrameSchemas>;

/** The version of this protocol. The first frame of a socket may name it; without it, version 1 is meant. */
export const protocolVersion = 1;
/** A plain number: the edge checks the value, so that another version has its own error code. */
export const VersionSchema = Type.Number();

/**
 * The log's history id. It changes after a restore, when the same number may belong to another entry. A
 * client sends the one that its numbers came with.
 */
export const EpochSchema = Type.String({ minLength: 1, maxLength: 64 });

import { Type } from 'typebox';
import { frameSchema, type FrameOf } from './frame-schema.js';

/**
 * What either side of any socket may say at any time. Browsers can't see WebSocket pings (RFC 6455 §5.5.2), so either side
 * may ask by frame; the other answers `pong`.
 */
export const socketFrameSchemas = {
  ping: frameSchema('ping', {}),
  pong: frameSchema('pong', {}),
} as const;
export type SocketFrame = FrameOf<typeof socketFrameSchemas>;

/** The version of this protocol. A frame that opens a socket may name it; without it, version 1 is meant. */
export const protocolVersion = 1;
/** Checked by the edge, so that another version is answered with a code of its own. */
export const VersionSchema = Type.Number();

/**
 * Which logs the numbers are of: another one after a restore, when the same number may be of another entry. A client says
 * the one that its numbers came with.
 */
export const EpochSchema = Type.String({ minLength: 1, maxLength: 64 });

import { protocolVersion } from '../../shared/protocol/socket-frames.js';
import { ServiceError } from '../errors.js';

/** Throws PROTOCOL_VERSION_UNKNOWN where the frame that opens a socket is of another version than this service's. */
export function checkVersion({ version = protocolVersion }: { version?: number }): void {
  if (version !== protocolVersion)
    throw new ServiceError('PROTOCOL_VERSION_UNKNOWN', { pointer: '/version' });
}

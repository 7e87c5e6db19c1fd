import { protocolVersion } from '../../shared/protocol/socket-frames.js';
import { ServiceError } from '../errors.js';

/**
 * Throws PROTOCOL_VERSION_UNKNOWN if the first frame of a socket names a version that this service doesn't
 * speak.
 */
export function checkVersion({ version = protocolVersion }: { version?: number }): void {
  if (version !== protocolVersion)
    throw new ServiceError('PROTOCOL_VERSION_UNKNOWN', {
      pointer: '/version',
      message: `This service speaks version ${protocolVersion} of the protocol.`,
    });
}

import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import type { ClientLimits } from '../limits/client-limits.js';
import type { Occupancy } from '../limits/occupancy.js';
import type { SocketLink } from './socket-link.js';

/** Seconds after which an address that has too many sockets open may have a place again. */
const retryAfter = 30;

/**
 * A hook of handshakes. A socket that is one too many is let through, because a page can read a close code but no refused
 * handshake; an address to which that happens too often is refused with TOO_MANY_CONNECTIONS.
 */
export const createPlacesHook =
  (clientLimits: Pick<ClientLimits, 'turnAway'>) =>
  (places: Occupancy) =>
  async ({ ip }: FastifyRequest): Promise<void> => {
    const address = addressKey(ip);
    if (places.isFull(address)) await clientLimits.turnAway(address);
  };

/** Says on a socket that it is one too many, and closes it. */
export function turnAway(link: Pick<SocketLink<never>, 'refuse' | 'close'>): void {
  link.refuse(new ServiceError('TOO_MANY_CONNECTIONS', { retryAfter }));
  link.close('TOO_MANY_CONNECTIONS');
}

import type { FastifyRequest } from 'fastify';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import type { ClientLimits } from '../limits/client-limits.js';
import type { Occupancy } from '../limits/occupancy.js';
import type { SocketLink } from './socket-link.js';

/** Seconds after which a client of an address with too many sockets should retry. */
const retryAfter = 30;

/**
 * A hook of handshakes. A socket beyond the limit is accepted and then closed, because pages can read a close
 * code but not a refused handshake. If that happens too often, the address's handshakes are refused with
 * TOO_MANY_CONNECTIONS.
 */
export const createPlacesHook =
  (clientLimits: Pick<ClientLimits, 'turnAway'>) =>
  (places: Occupancy) =>
  async ({ ip }: FastifyRequest): Promise<void> => {
    const address = addressKey(ip);
    if (places.isFull(address)) await clientLimits.turnAway(address);
  };

/** Tells a socket that it exceeds the limit, and closes it. */
export function turnAway(link: Pick<SocketLink<never>, 'refuse' | 'close'>): void {
  link.refuse(new ServiceError('TOO_MANY_CONNECTIONS', { retryAfter }));
  link.close('TOO_MANY_CONNECTIONS');
}

import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/**
 * Logs one warning when X-Forwarded-For comes from an address that TRUST_PROXY doesn't name: behind an
 * untrusted proxy, all visitors and all staff share one address and its limits. The address may be a
 * visitor's, so it isn't logged.
 */
export const forwardedWarning = fp(
  async (app: FastifyInstance) => {
    let isLogged = false;
    app.addHook('onRequest', (request, _reply, done) => {
      if (!isLogged && request.headers['x-forwarded-for'] !== undefined && isUntrusted(request)) {
        isLogged = true;
        request.log.warn(
          'X-Forwarded-For came from an address that TRUST_PROXY does not name, so it is not believed. If this is your proxy, set TRUST_PROXY to its address, or to the number of proxies: until then everybody behind it counts as one address.',
        );
      }
      done();
    });
  },
  { name: 'forwarded-warning' },
);

/** Fastify replaces the address of a trusted peer by the forwarded one. */
const isUntrusted = ({ ip, raw }: { ip: string; raw: { socket: { remoteAddress?: string } } }): boolean =>
  ip === raw.socket.remoteAddress;

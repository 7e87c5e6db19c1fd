import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/**
 * Logs one warning when X-Forwarded-For comes from an address that TRUST_PROXY does not name: behind a proxy that is
 * not trusted, all visitors and all staff share one address, and its limits. The address itself may be a visitor's, so
 * it is not logged.
 */
export const forwardedWarning = fp(
  async (app: FastifyInstance) => {
    let isSaid = false;
    app.addHook('onRequest', (request, _reply, done) => {
      if (!isSaid && request.headers['x-forwarded-for'] !== undefined && isUntrusted(request)) {
        isSaid = true;
        request.log.warn(
          'X-Forwarded-For came from an address that TRUST_PROXY does not name, so it is not believed. If this is your proxy, set TRUST_PROXY to its address, or to the number of proxies: until then everybody behind it counts as one address.',
        );
      }
      done();
    });
  },
  { name: 'forwarded-warning' },
);

/** The address of a trusted peer is replaced by the one it forwards. */
const isUntrusted = ({ ip, raw }: { ip: string; raw: { socket: { remoteAddress?: string } } }): boolean =>
  ip === raw.socket.remoteAddress;

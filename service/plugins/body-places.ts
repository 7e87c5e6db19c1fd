import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import type { Occupancy } from '../limits/occupancy.js';
import { hasBody } from './has-body.js';

/** Seconds after which a refused client should retry. */
const retryAfter = 5;

/**
 * Limits the requests of one client address whose bodies are still arriving: each of them occupies a
 * connection and a parser. Requests beyond the limit get TOO_MANY_CONNECTIONS, and their connections are
 * closed.
 */
export const bodyPlaces = fp(
  async (app: FastifyInstance, { places }: { places: Occupancy }) => {
    app.addHook('onRequest', (request, reply, done) => {
      if (!hasBody(request)) return done();
      const address = addressKey(request.ip);
      if (places.isFull(address)) {
        void reply.header('connection', 'close');
        return done(new ServiceError('TOO_MANY_CONNECTIONS', { retryAfter }));
      }
      places.enter(address);
      let isArriving = true;
      const leave = (): void => {
        if (isArriving) places.leave(address);
        isArriving = false;
      };
      request.raw.once('end', leave).once('close', leave);
      done();
    });
  },
  { name: 'body-places' },
);

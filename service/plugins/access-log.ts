import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/**
 * Logs each answered request with its id, which the answer carries as `X-Request-Id`. The log has the pattern of the route
 * instead of the address: no query, no token and no id of a person. Sockets are not logged here.
 */
export const accessLog = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', (request, reply, done) => {
      void reply.header('x-request-id', request.id);
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      const milliseconds = Math.round(reply.elapsedTime);
      request.log.info(
        { method, route: routeOptions.url ?? null, status: reply.statusCode, milliseconds },
        'request',
      );
      done();
    });
  },
  { name: 'access-log' },
);

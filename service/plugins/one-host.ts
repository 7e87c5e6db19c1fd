import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ServiceError } from '../errors.js';

/**
 * Refuses requests without exactly one `Host` header (RFC 9112 §3.2). Node uses the first of several; a proxy
 * may use another.
 */
export const oneHost = fp(
  async (app: FastifyInstance) => {
    app.addHook('onRequest', async ({ raw }: FastifyRequest) => {
      // Requests injected by tests have no raw headers.
      const { rawHeaders } = raw as Partial<IncomingMessage>;
      if (!rawHeaders) return;
      let hosts = 0;
      for (let at = 0; at < rawHeaders.length; at += 2)
        if (rawHeaders[at]!.length === 4 && rawHeaders[at]!.toLowerCase() === 'host') hosts += 1;
      if (hosts !== 1) throw new ServiceError('HOST_INVALID');
    });
  },
  { name: 'one-host' },
);

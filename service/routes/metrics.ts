import type { FastifyPluginAsync } from 'fastify';
import type { Core } from '../core.js';
import { observeCore } from '../metrics/observe-core.js';

/**
 * `/metrics`, in Prometheus's text format (version 0.0.4). It needs an administrator's rights, because it tells how many
 * people chat and work; Prometheus sends the token of `ADMIN_TOKEN` by `authorization.credentials_file`.
 */
export const metricsRoutes: FastifyPluginAsync<{ core: Core }> = async (app, { core }) => {
  observeCore(core);
  app.addHook('onRequest', app.requireRole('admin'));
  app.get('/metrics', { schema: { tags: ['service'], hide: true } }, async (_request, reply) => {
    const { contentType, text } = await core.instruments.text();
    return reply.header('cache-control', 'no-store').type(contentType).send(text);
  });
};

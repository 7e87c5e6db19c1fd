import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { RetentionSchema } from '../../shared/retention.js';
import type { Core } from '../core.js';

const tags = ['retention'];

/** For how long ended contacts are kept, by REST. */
export const retentionRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { retention } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  app.get('/', { schema: { tags, response: { 200: RetentionSchema } } }, () => retention.get());

  app.put(
    '/',
    { schema: { tags, body: RetentionSchema, response: { 200: RetentionSchema } } },
    async (request) => {
      await retention.put(request.body, request.account?.agentId);
      return retention.get();
    },
  );
};

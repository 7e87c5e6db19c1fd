import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { ContactFilterChoicesSchema } from '../../shared/contact-filters.js';
import type { Core } from '../core.js';

/** The names behind the ids by which contacts are filtered. */
export const contactFilterRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, queues, staff } = core;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor'));

  app.get(
    '/filters',
    { schema: { tags: ['contacts'], response: { 200: ContactFilterChoicesSchema } } },
    async () => {
      const [allWidgets, allQueues, agents] = await Promise.all([
        widgets.list(),
        queues.list(),
        staff.list(),
      ]);
      return {
        widgets: allWidgets.map(({ id, value: { name } }) => ({ id, name })),
        queues: allQueues.map(({ id, value: { name } }) => ({ id, name })),
        agents: agents.map(({ agentId, displayName }) => ({ id: agentId, name: displayName })),
        tags: [...new Set(allQueues.flatMap(({ value }) => value.wrapUp?.tags ?? []))].sort(),
      };
    },
  );
};

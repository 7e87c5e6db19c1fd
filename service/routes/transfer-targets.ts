import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { TransferTargetsSchema } from '../../shared/transfer-target.js';
import type { Core } from '../core.js';

/** Where an agent can transfer a chat to, by REST. */
export const transferTargetRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { queues, routing } = core;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor', 'agent'));

  app.get(
    '/',
    { schema: { tags: ['queues'], response: { 200: TransferTargetsSchema } } },
    async ({ account }) => ({
      queues: (await queues.list()).map(({ id, value }) => {
        const { NumberOfAgentsAvailable, NumberOfContactsInQueue } = core.metrics(id);
        return {
          queueId: id,
          name: value.name,
          agentsAvailable: NumberOfAgentsAvailable,
          waiting: NumberOfContactsInQueue,
        };
      }),
      agents: routing.transferTargets.agents().filter(({ agentId }) => agentId !== account?.agentId),
    }),
  );
};

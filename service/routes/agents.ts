import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { AgentChangeSchema, AgentInputSchema, AgentViewSchema } from '../auth/agent-account.js';

const params = Type.Object({ agentId: Type.String() });
const tags = ['agents'];

/** Staff accounts by REST. */
export const agentRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { staff, queues } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  const checkQueues = async (ids: readonly string[] | undefined): Promise<void> => {
    for (const [index, id] of (ids ?? []).entries()) {
      if (await queues.get(id)) continue;
      const message = 'There is no queue with this id.';
      throw new ServiceError('REQUEST_INVALID', { pointer: `/queues/${index}`, message });
    }
  };

  app.get('/', { schema: { tags, response: { 200: Type.Array(AgentViewSchema) } } }, () => staff.list());

  app.post(
    '/',
    { schema: { tags, body: AgentInputSchema, response: { 201: AgentViewSchema } } },
    async (request, reply) => {
      await checkQueues(request.body.queues);
      const created = await staff.create(request.body);
      return reply.code(201).header('location', `/api/agents/${created.agentId}`).send(created);
    },
  );

  app.get('/:agentId', { schema: { tags, params, response: { 200: AgentViewSchema } } }, ({ params }) =>
    staff.get(params.agentId),
  );

  app.patch(
    '/:agentId',
    { schema: { tags, params, body: AgentChangeSchema, response: { 200: AgentViewSchema } } },
    async ({ params, body }) => {
      await checkQueues(body.queues);
      return staff.update(params.agentId, body);
    },
  );

  app.delete(
    '/:agentId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await staff.remove(request.params.agentId);
      return reply.code(204).send(null);
    },
  );
};

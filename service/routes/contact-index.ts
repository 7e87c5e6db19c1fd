import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';

const StatusSchema = Type.Object({
  isComplete: Type.Boolean({ description: 'Whether every contact is in the index.' }),
  contacts: Type.Integer({ description: 'Contacts in the index.' }),
});
const tags = ['contacts'];

/** The contact index, which searches use: how complete it is, and filling it again. */
export const contactIndexRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { contactIndex } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  app.get('/', { schema: { tags, response: { 200: StatusSchema } } }, () => contactIndex.status());

  app.post('/rebuild', { schema: { tags, response: { 202: StatusSchema } } }, async (_, reply) => {
    await contactIndex.rebuild();
    return reply.code(202).send(await contactIndex.status());
  });
};

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { CannedReplyInputSchema, CannedReplySchema } from '../../shared/canned-reply.js';
import { toCannedReply, type Author } from '../canned-replies/canned-replies.js';
import type { Core } from '../core.js';
import { configurationId } from './configuration-id.js';
import { entityTag, expectedVersion } from './versioned-answer.js';

const params = Type.Object({ cannedReplyId: configurationId });
const tags = ['canned replies'];

const authorOf = ({ account }: FastifyRequest): Author => ({
  agentId: account?.agentId ?? null,
  mayShare: account?.role !== 'agent',
});

/** Canned replies by REST: the shared ones, and those of the account that asks. */
export const cannedReplyRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { cannedReplies } = core;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor', 'agent'));

  app.get('/', { schema: { tags, response: { 200: Type.Array(CannedReplySchema) } } }, (request) =>
    cannedReplies.list(authorOf(request)),
  );

  app.post(
    '/',
    { schema: { tags, body: CannedReplyInputSchema, response: { 201: CannedReplySchema } } },
    async (request, reply) => {
      const created = await cannedReplies.create(authorOf(request), request.body);
      return reply
        .code(201)
        .headers({ location: `/api/canned-replies/${created.id}`, etag: entityTag(created) })
        .send(toCannedReply(created));
    },
  );

  app.get(
    '/:cannedReplyId',
    { schema: { tags, params, response: { 200: CannedReplySchema } } },
    async (request, reply) => {
      const document = await cannedReplies.get(authorOf(request), request.params.cannedReplyId);
      void reply.header('etag', entityTag(document));
      return toCannedReply(document);
    },
  );

  app.put(
    '/:cannedReplyId',
    { schema: { tags, params, body: CannedReplyInputSchema, response: { 200: CannedReplySchema } } },
    async (request, reply) => {
      const { cannedReplyId } = request.params;
      const expected = expectedVersion(request);
      const document = await cannedReplies.replace(authorOf(request), cannedReplyId, request.body, expected);
      void reply.header('etag', entityTag(document));
      return toCannedReply(document);
    },
  );

  app.delete(
    '/:cannedReplyId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await cannedReplies.delete(authorOf(request), request.params.cannedReplyId);
      return reply.code(204).send(null);
    },
  );
};

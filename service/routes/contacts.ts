import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ContactAnswerSchema, toAnswer } from './contact-answer.js';
import { ContactQuerySchema, nextCursor, readContactQuery } from './contact-query.js';

const PageSchema = Type.Object({
  contacts: Type.Array(ContactAnswerSchema),
  nextCursor: Type.Union([Type.String(), Type.Null()], {
    description: 'Give it as `cursor` for the next page.',
  }),
  damaged: Type.Optional(
    Type.Array(Type.String(), {
      description:
        "Ids of contacts in this range of time that can't be read; other filters don't apply to them.",
    }),
  ),
  incomplete: Type.Optional(
    Type.Boolean({ description: 'A part of the database is damaged: contacts may be missing here.' }),
  ),
});
const params = Type.Object({ contactId: Type.String() });
const tags = ['contacts'];

/** Contacts by REST. */
export const contactRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { contacts } = core;
  const { log } = contacts;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor'));

  app.get(
    '/',
    { schema: { tags, querystring: ContactQuerySchema, response: { 200: PageSchema } } },
    async ({ query }) => {
      const { contacts, damaged, isIncomplete } = await log.list(readContactQuery(query));
      const page = { contacts: contacts.map(toAnswer), nextCursor: nextCursor(query, contacts) };
      return {
        ...page,
        ...(damaged.length > 0 && { damaged }),
        ...(isIncomplete && { incomplete: isIncomplete }),
      };
    },
  );

  app.get(
    '/:contactId',
    { schema: { tags, params, response: { 200: ContactAnswerSchema } } },
    async ({ params }) => {
      const summary = await log.summary(params.contactId);
      if (!summary) throw new ServiceError('CONTACT_NOT_FOUND');
      return toAnswer(summary);
    },
  );

  app.delete(
    '/:contactId',
    { schema: { tags, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await contacts.erase(request.params.contactId);
      return reply.code(204).send(null);
    },
  );
};

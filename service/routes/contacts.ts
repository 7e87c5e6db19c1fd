import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { limits } from '../../shared/limits.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ContactAnswerSchema, toAnswer } from './contact-answer.js';
import { ContactSearchSchema, cursorAfter, readContactSearch } from './contact-query.js';
import { findPage } from './find-page.js';

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
    Type.Boolean({
      description:
        'Contacts may be missing here: a part of the database is damaged, or the contact index is being filled.',
    }),
  ),
});
const CountSchema = Type.Object({
  count: Type.Integer({ description: 'Contacts that match, counted up to ten thousand.' }),
  isMore: Type.Boolean({ description: 'Whether there may be more.' }),
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
    { schema: { tags, querystring: ContactSearchSchema, response: { 200: PageSchema } } },
    async ({ query }) => {
      const { contacts, damaged, isIncomplete, next } = await findPage(core, query);
      return {
        contacts: contacts.map(toAnswer),
        nextCursor: next && cursorAfter(next),
        ...(damaged.length > 0 && { damaged }),
        ...(isIncomplete && { incomplete: isIncomplete }),
      };
    },
  );

  app.get(
    '/count',
    { schema: { tags, querystring: ContactSearchSchema, response: { 200: CountSchema } } },
    async ({ query }) => {
      const count = await core.contactFinder.count(readContactSearch(query), limits.countedContacts);
      return { count, isMore: count === limits.countedContacts };
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

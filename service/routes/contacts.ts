import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { toItem } from '../contact/to-item.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ContactAnswerSchema, toAnswer } from './contact-answer.js';
import { ContactQuerySchema, nextCursor, readContactQuery } from './contact-query.js';
import { transcriptText } from './transcript-text.js';

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
const transcriptQuery = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal('json'), Type.Literal('text')])) },
  { additionalProperties: false },
);
const tags = ['contacts'];
const pageSize = 500;

/** Contacts and their transcripts by REST. */
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

  app.get(
    '/:contactId/transcript',
    { schema: { tags, params, querystring: transcriptQuery, produces: ['application/json', 'text/plain'] } },
    async (request, reply) => {
      const { contactId } = request.params;
      const summary = await log.summary(contactId);
      if (!summary) throw new ServiceError('CONTACT_NOT_FOUND');
      const items = await transcript(contactId);
      const isText = request.query.format === 'text' || request.headers.accept === 'text/plain';
      if (isText) return reply.type('text/plain; charset=utf-8').send(transcriptText(items, summary.survey));
      return reply.send({ contactId, items });
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

  async function transcript(contactId: string): Promise<TranscriptItem[]> {
    const items: TranscriptItem[] = [];
    for (let after = 0; ;) {
      const entries = await log.read(contactId, after, pageSize);
      for (const entry of entries) {
        const item = toItem(contactId, entry);
        if (item) items.push(item);
      }
      if (entries.length < pageSize) return items;
      after = entries.at(-1)!.seq;
    }
  }
};

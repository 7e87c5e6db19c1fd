import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { limits } from '../../shared/limits.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import { ContactAnswerSchema, toAnswer } from './contact-answer.js';
import { ContactQuerySchema, nextCursor, readContactQuery, type Query } from './contact-query.js';

const message = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: limits.messageCharacters,
    description: 'Why, as the visitor and the agents read it before the end.',
  }),
);
const EndSchema = Type.Object({ message }, { additionalProperties: false });
const EndManySchema = Type.Object(
  {
    ...ContactQuerySchema.properties,
    message,
    dryRun: Type.Optional(Type.Boolean({ description: 'Only counts the contacts, and ends none.' })),
  },
  { additionalProperties: false },
);
const EndedSchema = Type.Object({
  count: Type.Integer({ description: 'Contacts that this call ended, or would end in a dry run.' }),
  failed: Type.Array(Type.String(), { description: 'Ids of contacts that could not be ended.' }),
  nextCursor: Type.Union([Type.String(), Type.Null()], {
    description: 'There may be more: give it as `cursor` of the next call. Null after the last.',
  }),
});
const params = Type.Object({ contactId: Type.String() });
const tags = ['contacts'];

/** Ends one contact or many by REST. Ended contacts stay as they are. */
export const contactEndRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { contacts, clock } = core;
  app.addHook('onRequest', app.requireRole('admin', 'supervisor'));
  // A body is optional.
  app.addHook('preValidation', async (request) => {
    request.body ??= {};
  });

  app.post(
    '/:contactId/end',
    { schema: { tags, params, body: EndSchema, response: { 200: ContactAnswerSchema } } },
    async ({ params: { contactId }, body }) => {
      await end(contactId, body.message);
      const summary = await contacts.log.summary(contactId);
      if (!summary) throw new ServiceError('CONTACT_NOT_FOUND');
      return toAnswer(summary);
    },
  );

  app.post(
    '/end',
    { schema: { tags, body: EndManySchema, response: { 200: EndedSchema } } },
    async ({ body: { message, dryRun, ...query } }) => {
      if (!isFiltered(query)) throw unfiltered();
      const found = await activePage(query);
      const failed: string[] = [];
      if (!dryRun)
        await Promise.all(
          found.map(({ contactId }) => end(contactId, message).catch(() => void failed.push(contactId))),
        );
      return { count: found.length - failed.length, failed, nextCursor: nextCursor(query, found) };
    },
  );

  const end = (contactId: string, message: string | undefined) =>
    contacts.run(contactId, { type: 'close', now: clock.now(), message: message ?? null });

  /** One page of the matching active contacts, newest first like the list of contacts. */
  async function activePage(query: Query): Promise<ContactSummary[]> {
    const asked = readContactQuery(query);
    if (asked.state === 'ENDED') return [];
    return (await contacts.log.list({ ...asked, state: 'ACTIVE' })).contacts;
  }
};

/** Whether the query has any filter: a bare call must not end all chats by mistake. */
const isFiltered = ({ limit: _, cursor: __, ...filters }: Query): boolean => Object.keys(filters).length > 0;

const unfiltered = (): ServiceError =>
  new ServiceError('REQUEST_INVALID', {
    message: 'Name at least one filter. {"state": "ACTIVE"} ends all active contacts.',
  });

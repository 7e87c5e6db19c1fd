import { Readable } from 'node:stream';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Core } from '../core.js';
import { isDamage } from '../errors.js';
import { toAnswer } from './contact-answer.js';
import { csvHead, csvLine } from './contact-csv.js';
import { ContactSearchSchema, cursorAfter, type SearchQuery } from './contact-query.js';
import { findPage } from './find-page.js';
import { staffTranscript } from './staff-transcript.js';

const { limit: _, cursor: __, ...filters } = ContactSearchSchema.properties;
const ExportSchema = Type.Object(
  {
    ...filters,
    format: Type.Union([Type.Literal('csv'), Type.Literal('jsonl')], {
      description: 'csv: one line a contact. jsonl: one JSON object a line, as in the list.',
    }),
    transcript: Type.Optional(
      Type.Boolean({ description: 'jsonl: adds `items`, the transcript with private notes.' }),
    ),
  },
  { additionalProperties: false },
);
const pageSize = 200;
const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };

/** Exports of the contacts that a search finds. They are written while they are read, whatever their number. */
export const contactExportRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin', 'supervisor'));

  app.get(
    '/export',
    { schema: { tags: ['contacts'], querystring: ExportSchema, produces: Object.values(types) } },
    async ({ query: { format, transcript = false, ...query } }, reply) => {
      // The first page before the headers, so that a refusal is still an answer.
      const pages = await begun(pagesOf(query));
      const lines = format === 'csv' ? csv(pages) : jsonLines(pages, transcript);
      return reply
        .type(types[format])
        .header('content-disposition', `attachment; filename="contacts.${format}"`)
        .send(Readable.from(lines));
    },
  );

  async function* pagesOf(query: SearchQuery): AsyncGenerator<ContactSummary[]> {
    for (let cursor: string | undefined; ;) {
      const { contacts, next } = await findPage(core, { ...query, cursor, limit: pageSize });
      yield contacts;
      if (!next) return;
      cursor = cursorAfter(next);
    }
  }

  async function* csv(pages: AsyncIterable<ContactSummary[]>): AsyncGenerator<string> {
    yield csvHead;
    for await (const page of pages) yield page.map((summary) => csvLine(toAnswer(summary))).join('');
  }

  async function* jsonLines(
    pages: AsyncIterable<ContactSummary[]>,
    transcript: boolean,
  ): AsyncGenerator<string> {
    for await (const page of pages)
      for (const summary of page) {
        const items = transcript ? await itemsOf(summary.contactId) : undefined;
        yield `${JSON.stringify({ ...toAnswer(summary), items })}\n`;
      }
  }

  /** Null if the transcript is damaged: the other contacts are exported all the same. */
  const itemsOf = (contactId: string) =>
    staffTranscript(core.contacts.log, contactId).catch((error: unknown) => {
      if (isDamage(error)) return null;
      throw error;
    });
};

/** The same pages, once the first one is there. */
async function begun<T>(pages: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await pages.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* pages;
  })();
}

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AuditEntrySchema } from '../../shared/audit-entry.js';
import type { Core } from '../core.js';

const QuerySchema = Type.Object(
  {
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only entries with a lower number.' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  },
  { additionalProperties: false },
);
const PageSchema = Type.Object({
  entries: Type.Array(AuditEntrySchema),
  next: Type.Union([Type.Integer(), Type.Null()], { description: 'Give it as `before` for the next page.' }),
});

/** What staff changed, newest first. */
export const auditLogRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin'));

  app.get(
    '/',
    { schema: { tags: ['audit log'], querystring: QuerySchema, response: { 200: PageSchema } } },
    async ({ query: { before, limit = 50 } }) => {
      const entries = await core.audit.list({ before, limit });
      return { entries, next: entries.length < limit ? null : (entries.at(-1)?.seq ?? null) };
    },
  );
};

import { randomUUID } from 'node:crypto';
import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  createSecurityKey,
  keyCharacters,
  type SecurityKey,
  type WidgetKeys,
} from '../auth/security-keys.js';
import { limits } from '../../shared/limits.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';
import type { Versioned } from '../backend/configuration.js';

const KeySchema = Type.Object({
  keyId: Type.String(),
  createdAt: Type.String(),
  lastUsedAt: Type.Union([Type.String(), Type.Null()]),
});
const NewKeySchema = Type.Object({
  keyId: Type.String(),
  key: Type.String({
    description: `${keyCharacters} characters, shown this once. Sign with them as they are, undecoded.`,
  }),
  createdAt: Type.String(),
});
const params = Type.Object({ widgetId: Type.String() });
const keyParams = Type.Object({ widgetId: Type.String(), keyId: Type.String() });
/** The service generates the key, so the body is empty. */
const EmptyBodySchema = Type.Union([Type.Null(), Type.Object({}, { additionalProperties: false })]);
const tags = ['security keys'];

/**
 * The keys that sign a widget's tokens. Two may be live at once, so that a key can be replaced without a gap.
 */
export const securityKeyRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { widgets, keys, clock } = core;
  app.addHook('onRequest', app.requireRole('admin'));

  const keysOf = async (widgetId: string): Promise<Versioned<WidgetKeys> | null> => {
    if (!(await widgets.get(widgetId))) throw new ServiceError('WIDGET_NOT_FOUND');
    return keys.get(widgetId);
  };
  /** Writes the changed keys; on a conflict, reads them again and retries. */
  const update = async (widgetId: string, change: (live: SecurityKey[]) => SecurityKey[]): Promise<void> => {
    for (;;) {
      const document = await keysOf(widgetId);
      const changed = { keys: change(document?.value.keys ?? []) };
      if ((await keys.put(widgetId, changed, document?.version ?? 0)).ok) return;
    }
  };

  app.get('/', { schema: { tags, params, response: { 200: Type.Array(KeySchema) } } }, async ({ params }) =>
    ((await keysOf(params.widgetId))?.value.keys ?? []).map(({ keyId, createdAt, lastUsedAt }) => ({
      keyId,
      createdAt,
      lastUsedAt,
    })),
  );

  const creates = { tags, params, body: EmptyBodySchema, response: { 201: NewKeySchema } };
  app.post('/', { schema: creates }, async (request, reply) => {
    const createdAt = new Date(clock.now()).toISOString();
    const created = { keyId: randomUUID(), key: createSecurityKey(), createdAt };
    await update(request.params.widgetId, (live) => {
      if (live.length >= limits.securityKeys) throw new ServiceError('KEY_LIMIT_REACHED');
      return [...live, { ...created, lastUsedAt: null }];
    });
    return reply.code(201).send(created);
  });

  app.delete(
    '/:keyId',
    { schema: { tags, params: keyParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { widgetId, keyId } = request.params;
      await update(widgetId, (live) => {
        const left = live.filter((key) => key.keyId !== keyId);
        if (left.length === live.length) throw new ServiceError('KEY_NOT_FOUND');
        return left;
      });
      return reply.code(204).send(null);
    },
  );
};

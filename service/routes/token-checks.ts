import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { inspectChatToken } from '../auth/chat-token.js';
import { tokenRefusals } from '../auth/token-refusal.js';
import type { Core } from '../core.js';
import { ServiceError } from '../errors.js';

const params = Type.Object({ widgetId: Type.String() });
const BodySchema = Type.Object(
  { token: Type.String({ maxLength: 20_000 }) },
  { additionalProperties: false },
);
const part = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()]);
const AnswerSchema = Type.Object({
  isGood: Type.Boolean(),
  header: part,
  payload: part,
  keyId: Type.Union([Type.String(), Type.Null()], { description: 'The live key that signed it.' }),
  problems: Type.Array(Type.Object({ reason: Type.String(), message: Type.String() })),
  checkedAt: Type.String(),
});

/** Decodes a token as the start of a chat does, and lists every problem. Nothing is stored. */
export const tokenCheckRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  app.addHook('onRequest', app.requireRole('admin'));
  const schema = { tags: ['security keys'], params, body: BodySchema, response: { 200: AnswerSchema } };

  app.post('/', { schema }, async ({ params: { widgetId }, body }) => {
    if (!(await core.widgets.get(widgetId))) throw new ServiceError('WIDGET_NOT_FOUND');
    const keys = (await core.keys.get(widgetId))?.value.keys ?? [];
    const now = core.clock.now();
    const { refusals, ...inspected } = inspectChatToken(body.token.trim(), { widgetId, keys, now });
    const problems = refusals.map((reason) => ({ reason, message: tokenRefusals[reason] }));
    return {
      ...inspected,
      problems,
      isGood: problems.length === 0,
      checkedAt: new Date(now).toISOString(),
    };
  });
};

import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';

const HealthSchema = Type.Object({ status: Type.Literal('ok') });
const IllSchema = Type.Object({ status: Type.Literal('unavailable'), reason: Type.String() });

const leaving = 'This process is about to end.';

/**
 * `/livez` answers if the process runs its event loop; otherwise a liveness probe restarts it. `/healthz`
 * answers if the service serves, can write and is not about to end, otherwise 503 with the reason. It is for
 * readiness probes, because a restart doesn't help against a full disk.
 */
export const healthRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const {
    contacts: { log },
    departure,
  } = core;
  app.get(
    '/livez',
    { schema: { tags: ['service'], response: { 200: HealthSchema } } },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { status: 'ok' as const };
    },
  );
  app.get(
    '/healthz',
    { schema: { tags: ['service'], response: { 200: HealthSchema, 503: IllSchema } } },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      if (departure.hasBegun) return reply.code(503).send({ status: 'unavailable', reason: leaving });
      try {
        await log.check();
        return { status: 'ok' as const };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return reply.code(503).send({ status: 'unavailable', reason });
      }
    },
  );
};

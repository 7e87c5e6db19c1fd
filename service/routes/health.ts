import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Core } from '../core.js';

const HealthSchema = Type.Object({ status: Type.Literal('ok') });
const IllSchema = Type.Object({ status: Type.Literal('unavailable'), reason: Type.String() });

/**
 * `/livez`: the process runs its event loop; a liveness probe restarts it otherwise. `/healthz`: the service serves and
 * can write, or 503 with the reason; a full disk is no reason for a restart, so it is for readiness probes.
 */
export const healthRoutes: FastifyPluginAsyncTypebox<{ core: Core }> = async (app, { core }) => {
  const { log } = core.contacts;
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

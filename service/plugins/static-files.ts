import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** What browsers load. The build puts it beside the service, whose modules it bundles into one folder. */
const folder = fileURLToPath(new URL('../public/', import.meta.url));
/** The names of the files in this folder contain a hash of their content. */
const namedByContent = `${folder}widget/`;

/**
 * What browsers load. Files named by their content never change; the others are asked for anew each time, so that a new
 * version is there at once. Any website may load them (module scripts need CORS): they hold nothing of anyone.
 */
export const staticFiles = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifyStatic, {
      root: folder,
      redirect: true,
      preCompressed: true,
      cacheControl: false,
      index: ['index.html'],
      setHeaders(reply, path) {
        const isNamedByContent = path.startsWith(namedByContent);
        void reply.header(
          'cache-control',
          isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
        void reply.header('access-control-allow-origin', '*');
      },
    });
  },
  { name: 'static-files' },
);

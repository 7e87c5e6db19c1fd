import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

/** Where the build puts what browsers load: beside the compiled service. */
const folder = fileURLToPath(new URL('../../public/', import.meta.url));

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
        const isNamedByContent = /-[\w-]{8,}\.js(\.br|\.gz)?$/.test(path) && path.includes('/widget/');
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

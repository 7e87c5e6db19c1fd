import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { publicFolder } from './public-folder.js';

/** The names of the files in this folder contain a hash of their content. */
const namedByContent = `${publicFolder}widget/`;

/**
 * Serves the files that browsers load. Files with a content hash in their name are cached for good; browsers
 * revalidate the others each time, so that a new version takes effect at once. Every website may load them
 * (module scripts need CORS): they contain no private data.
 */
export const staticFiles = fp(
  async (app: FastifyInstance) => {
    await app.register(fastifyStatic, {
      root: publicFolder,
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

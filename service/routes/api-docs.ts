import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsync } from 'fastify';

/**
 * Swagger UI writes texts of the description as HTML, without Trusted Types. This policy of its page lets through only
 * what DOMPurify leaves of them; DOMPurify itself writes through a policy that nothing else can reach.
 */
const trustedHtml = `(() => {
  if (!self.trustedTypes) return;
  const asItIs = trustedTypes.createPolicy('api-docs', {
    createHTML: (html) => html,
    createScriptURL: (url) => url,
  });
  const options = { TRUSTED_TYPES_POLICY: asItIs };
  trustedTypes.createPolicy('default', { createHTML: (html) => String(DOMPurify.sanitize(html, options)) });
})();
`;

/** `/api/openapi.json`, and `/api/docs`, on which people read and try it. */
export const apiDocsRoutes: FastifyPluginAsync = async (app) => {
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  // The plugin's files name a caching of their own.
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  const purify = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: {
      title: 'Connect Chat: REST API',
      // They run before Swagger UI draws anything, which it does once the page is loaded.
      js: [
        { filename: 'purify.js', content: await readFile(purify, 'utf8') },
        { filename: 'trusted-html.js', content: trustedHtml },
      ],
    },
  });
};

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsync } from 'fastify';

/**
 * Swagger UI writes texts of the description as HTML, without Trusted Types. This policy sanitizes them with
 * DOMPurify, which itself uses a policy that no other script can reach.
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

/** `/api/openapi.json`, and `/api/docs`, the page on which people read and try the API. */
export const apiDocsRoutes: FastifyPluginAsync = async (app) => {
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  // The plugin's files set their own caching.
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  const purify = createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js');
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: {
      title: 'Connect Chat: REST API',
      // Run before Swagger UI renders, which it does after the page has loaded.
      js: [
        { filename: 'purify.js', content: await readFile(purify, 'utf8') },
        { filename: 'trusted-html.js', content: trustedHtml },
      ],
    },
  });
};

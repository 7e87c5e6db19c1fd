import Fastify, { type FastifyInstance } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { pageHeaders } from '../../../service/plugins/page-headers.js';
import { openTestApp } from '../../support/test-app.js';

async function headersAt(url: string, publicUrl = 'https://chat.example') {
  const app: FastifyInstance = Fastify();
  await app.register(pageHeaders, { publicUrl });
  app.get('/*', async () => 'a page');
  const { headers } = await app.inject(url);
  await app.close();
  const policy = String(headers['content-security-policy']);
  const directives = Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
  return { headers, directives };
}

const headersOfPages = suite('headers of pages');

headersOfPages("let a page load the service's files, connect to its sockets, and nothing else", async () => {
  const { directives } = await headersAt('/setup/');
  assert.equal(directives, {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'frame-src': "'none'",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'connect-src': "'self' wss://chat.example",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'lit-html',
  });
});

headersOfPages(
  "let no page be framed except the preview, and that only by the service's own pages",
  async () => {
    for (const url of ['/', '/agent/', '/admin/', '/admin/previews', '/demo/', '/admin/preview']) {
      const { headers, directives } = await headersAt(url);
      assert.equal([url, headers['x-frame-options']], [url, 'DENY']);
      assert.equal([url, directives['frame-ancestors']], [url, "'none'"]);
    }
    const { headers, directives } = await headersAt('/admin/preview/?widget=1');
    assert.is(headers['x-frame-options'], 'SAMEORIGIN');
    assert.is(directives['frame-ancestors'], "'self'");
  },
);

headersOfPages("let the administrator's pages frame the service's own", async () => {
  assert.is((await headersAt('/admin/')).directives['frame-src'], "'self'");
  assert.is((await headersAt('/agent/')).directives['frame-src'], "'none'");
});

headersOfPages('let pages with widgets load logos from anywhere', async () => {
  for (const url of ['/demo/', '/admin/preview/'])
    assert.is((await headersAt(url)).directives['img-src'], "'self' data: https:");
});

headersOfPages('hide the referrer, forbid guessing types, and let any website load the files', async () => {
  const { headers } = await headersAt('/embed.js');
  assert.is(headers['referrer-policy'], 'no-referrer');
  assert.is(headers['x-content-type-options'], 'nosniff');
  assert.is(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.is(headers['permissions-policy'], 'camera=(), geolocation=(), microphone=()');
  assert.is(headers['x-powered-by'], undefined);
});

headersOfPages('require https if the service uses it', async () => {
  assert.match(String((await headersAt('/')).headers['strict-transport-security']), /^max-age=\d+/);
  assert.is((await headersAt('/', 'http://localhost:8080')).headers['strict-transport-security'], undefined);
});

headersOfPages('tell for data only that it is no page, and that every website may load it', async () => {
  const { headers, directives } = await headersAt('/widgets/1/configuration');
  assert.equal(directives, { 'default-src': "'none'", 'frame-ancestors': "'none'" });
  assert.is(headers['x-frame-options'], 'DENY');
  assert.is(headers['x-content-type-options'], 'nosniff');
  assert.is(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.is(headers['permissions-policy'], undefined);
  assert.is(headers['cross-origin-opener-policy'], undefined);
});

headersOfPages('let no cache store anything under /api', async () => {
  for (const url of ['/api/widgets', '/api/nowhere', '/api/docs/', '/api/docs', '/api/openapi.json'])
    assert.equal([url, (await headersAt(url)).headers['cache-control']], [url, 'no-store']);
  assert.is((await headersAt('/demo/')).headers['cache-control'], undefined);
});

headersOfPages("allow the documentation's own Trusted Types policies, and no others", async () => {
  const { directives } = await headersAt('/api/docs/');
  assert.is(directives['trusted-types'], 'default api-docs dompurify');
  assert.is(directives['require-trusted-types-for'], "'script'");
  assert.is(directives['script-src'], "'self'");
  assert.is(directives['style-src'], "'self'");
});

headersOfPages('are the same for every spelling of a path', async () => {
  const test = await openTestApp();
  for (const url of [
    '/api/session',
    '/%61pi/session',
    '/api/%73ession',
    '/api/nothing',
    '/api/docs/static/index.css',
  ])
    assert.equal([url, (await test.inject({ url })).headers['cache-control']], [url, 'no-store']);
  await test.close();
});

headersOfPages.run();

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createService, type ServiceProcess } from '../../support/service-process.js';

// Uses the built service, because browsers load the build's files.
const pages = suite<{ service: ServiceProcess }>('pages and their files');
pages.before(async (context) => {
  context.service = await createService();
  await context.service.start();
});
pages.after(({ service }) => service.stop('SIGKILL').then(() => undefined));

const get = (service: ServiceProcess, path: string, headers: Record<string, string> = {}) =>
  fetch(service.url + path, { headers, redirect: 'manual' });
const widget = async (service: ServiceProcess, change: object = {}): Promise<string> =>
  (await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop', ...change })).body
    .widgetId;

pages('the sample page has the sample widget', async ({ service }) => {
  const { body } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  const page = await (await get(service, '/demo/')).text();
  assert.match(page, `widget-id="${body[0]!.widgetId}"`);
  assert.is((await get(service, '/demo')).headers.get('location'), '/demo/');
});
for (const page of ['/demo/', '/agent/', '/setup/'])
  pages(`${page} runs under a strict policy, and can't be framed`, async ({ service }) => {
    const { status, headers } = await get(service, page);
    assert.is(status, 200);
    assert.match(headers.get('content-type')!, 'text/html');
    const policy = headers.get('content-security-policy')!;
    const parts = [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ];
    for (const part of parts) assert.match(policy, part);
    assert.not.match(policy, 'unsafe');
    assert.is(headers.get('x-content-type-options'), 'nosniff');
  });
for (const file of [
  '/connect-chat-widget.js',
  '/embed.js',
  '/connectwidget/static/amazon-connect-chat-interface-client.js',
])
  pages(`${file} may be loaded by every website, is compressed, and is revalidated`, async ({ service }) => {
    const { status, headers } = await get(service, file, {
      'accept-encoding': 'br',
      origin: 'https://shop.example',
    });
    const seen = ['content-encoding', 'access-control-allow-origin', 'cache-control'].map((name) =>
      headers.get(name),
    );
    assert.equal([status, ...seen], [200, 'br', '*', 'no-cache']);
    assert.match(headers.get('content-type')!, 'javascript');
    assert.is(headers.get('cross-origin-resource-policy'), 'cross-origin');
  });
pages(
  'every chunk of the widget, whose name contains a hash, may be cached for good',
  async ({ service }) => {
    const chunks = readdirSync(new URL('../../../dist/public/widget/', import.meta.url));
    assert.ok(chunks.length > 1);
    for (const chunk of chunks) {
      const { headers } = await get(service, `/widget/${chunk}`);
      assert.is(headers.get('cache-control'), 'public, max-age=31536000, immutable', chunk);
    }
  },
);
pages('the snippet names the service and the widget in both forms', async ({ service }) => {
  const widgetId = await widget(service, { security: { required: true } });
  const read = async (path: string) => (await get(service, path, service.adminHeaders)).text();
  const snippet = await read(`/api/widgets/${widgetId}/snippet`);
  assert.match(snippet, `${service.url}/connectwidget/static/amazon-connect-chat-interface-client.js`);
  assert.match(snippet, `'amazon_connect', '${widgetId}'`);
  assert.match(snippet, "amazon_connect('authenticate'");
  const element = await read(`/api/widgets/${widgetId}/snippet?form=element`);
  assert.match(element, `<connect-chat-widget widget-id="${widgetId}">`);
});
pages('the pinned form names scripts that never change, with their hashes', async ({ service }) => {
  const widgetId = await widget(service);
  const path = `/api/widgets/${widgetId}/snippet?form=pinned`;
  const code = await (await get(service, path, service.adminHeaders)).text();
  const [, map] = /<script type="importmap">([^<]+)</.exec(code)!;
  const { integrity } = JSON.parse(map!) as { integrity: Record<string, string> };
  const [, src, hash] = /<script type="module" src="([^"]+)" integrity="([^"]+)"/.exec(code)!;
  const scripts = { ...integrity, [src!]: hash! };
  assert.ok(Object.keys(scripts).length > 10);
  for (const [url, hash] of Object.entries(scripts)) {
    assert.match(url, new RegExp(`^${service.url}/v/[0-9.]+-[0-9a-f]{10}/`));
    const response = await get(service, url.slice(service.url.length), { 'accept-encoding': 'br' });
    assert.is(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.is(response.headers.get('access-control-allow-origin'), '*');
    assert.is(response.headers.get('content-encoding'), 'br');
    const content = Buffer.from(await response.arrayBuffer());
    assert.is(`sha384-${createHash('sha384').update(content).digest('base64')}`, hash, url);
  }
});
pages('healthz answers 200 while the service can write', async ({ service }) => {
  const response = await get(service, '/healthz');
  assert.equal([response.status, await response.json()], [200, { status: 'ok' }]);
});
pages('livez answers 200 while the process runs', async ({ service }) => {
  const response = await get(service, '/livez');
  assert.equal([response.status, await response.json()], [200, { status: 'ok' }]);
});
pages('the REST description names every route, and has a page', async ({ service }) => {
  const description = (await (await get(service, '/api/openapi.json')).json()) as { paths: object };
  const paths = Object.keys(description.paths);
  for (const path of [
    '/api/widgets/{widgetId}',
    '/api/agents/{agentId}',
    '/api/contacts/{contactId}/transcript',
  ])
    assert.ok(paths.includes(path), path);
  const page = await get(service, '/api/docs/');
  assert.is(page.status, 200);
  assert.not.match(page.headers.get('content-security-policy') ?? '', "script-src 'self' 'unsafe-eval'");
});
pages.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, publicUrl, shop, type TestApp } from '../../support/test-app.js';

const configuration = suite<{ test: TestApp; widgetId: string; url: string }>(
  '/widgets/:widgetId/configuration',
);
configuration.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
  context.url = `/widgets/${context.widgetId}/configuration`;
});
configuration.after(({ test }) => test.close());

configuration(
  'is sent to registered websites, with its public members only',
  async ({ test, url, widgetId }) => {
    const response = await test.inject({ method: 'GET', url, headers: { origin: shop } });
    assert.is(response.statusCode, 200);
    assert.is(response.headers['access-control-allow-origin'], shop);
    assert.match(String(response.headers.vary), /Origin/i);
    assert.equal(Object.keys(response.json()).sort(), [
      'features',
      'language',
      'preChat',
      'security',
      'survey',
      'takesMessages',
      'texts',
      'theme',
      'widgetId',
    ]);
    assert.is(response.json().widgetId, widgetId);
  },
);
configuration('answers 304 if nothing has changed', async ({ test, url, widgetId }) => {
  const { etag } = (await test.inject({ method: 'GET', url, headers: { origin: shop } })).headers;
  const headers = { origin: shop, 'if-none-match': String(etag) };
  assert.is((await test.inject({ method: 'GET', url, headers })).statusCode, 304);
  await test.rest('PATCH', `/api/widgets/${widgetId}`, { texts: { title: 'New' } });
  const changed = await test.inject({ method: 'GET', url, headers });
  assert.equal([changed.statusCode, changed.json().texts.title], [200, 'New']);
});
configuration(
  "omits the accent colour and the launcher's label and offsets until they are set",
  async (context) => {
    const { test, url, widgetId } = context;
    const read = async () =>
      (await test.inject({ method: 'GET', url, headers: { origin: shop } })).json().theme as object;
    assert.not.ok('launcherLabel' in (await read()));
    const theme = { launcherLabel: 'Ask us', launcherOffsetY: 90, accentColor: '#0a7f3f' };
    await test.rest('PATCH', `/api/widgets/${widgetId}`, { theme });
    const set = await read();
    assert.equal({ ...set, ...theme }, set);
    assert.not.ok('launcherOffsetX' in set);
  },
);
configuration("is sent to the service's own pages, which name no origin", async ({ test, url }) => {
  for (const headers of [
    { 'sec-fetch-site': 'same-origin' },
    { referer: `${publicUrl}/demo/` },
    { origin: publicUrl },
  ]) {
    assert.is((await test.inject({ method: 'GET', url, headers })).statusCode, 200, JSON.stringify(headers));
  }
});
configuration('is refused to all others, without a CORS header', async ({ test, url }) => {
  for (const headers of [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: `${shop}.evil` },
    { origin: 'https://evilshop.example' },
    { origin: 'http://shop.example' },
    { origin: `${shop}:8443` },
    { origin: `${shop}.` },
    { origin: `https://user@shop.example` },
    { origin: `${shop}, https://evil.example` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'cross-site', referer: `${publicUrl}/demo/` },
    { referer: 'https://evil.example/' },
  ] as Record<string, string>[]) {
    const response = await test.inject({ method: 'GET', url, headers });
    assert.equal(
      [response.statusCode, response.json().code],
      [403, 'ORIGIN_REFUSED'],
      JSON.stringify(headers),
    );
    assert.is(response.headers['access-control-allow-origin'], undefined);
    assert.match(String(response.headers.vary), /Origin/i);
  }
});
configuration(
  "names the launcher in the page's language, unless the widget has its own name for it",
  async ({ test }) => {
    const widgetId = await test.createWidget({ language: 'fr' });
    const label = async (query = '') => {
      const url = `/widgets/${widgetId}/configuration${query}`;
      const response = await test.inject({ method: 'GET', url, headers: { origin: shop } });
      return response.json<{ texts: { launcher: string } }>().texts.launcher;
    };
    assert.is(await label(), 'Démarrer la discussion');
    assert.is(await label('?language=pt_BR'), 'Iniciar conversa');
    assert.is(await label('?language=tlh'), 'Start chat');
    await test.rest('PATCH', `/api/widgets/${widgetId}`, { texts: { launcher: 'Ask us' } });
    assert.is(await label('?language=de'), 'Ask us');
  },
);
configuration.run();

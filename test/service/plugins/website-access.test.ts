import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, publicUrl, shop, type TestApp } from '../../support/test-app.js';

const preflights = suite<{ test: TestApp; widgetId: string }>('preflights');
preflights.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
preflights.after(({ test }) => test.close());

const ask = (test: TestApp, url: string, origin?: string) =>
  test.inject({
    method: 'OPTIONS',
    url,
    headers: { 'access-control-request-method': 'POST', ...(origin !== undefined && { origin }) },
  });
const corsHeaders = (headers: object): string[] =>
  Object.keys(headers).filter((name) => name.startsWith('access-control-'));

for (const origin of [shop, publicUrl])
  preflights(`of ${origin} are answered`, async ({ test, widgetId }) => {
    for (const path of ['configuration', 'availability', 'survey', 'attachments', 'attachments/1?x=1']) {
      const { statusCode, headers } = await ask(test, `/widgets/${widgetId}/${path}`, origin);
      assert.equal([statusCode, headers['access-control-allow-origin']], [204, origin]);
      assert.is(headers['access-control-allow-methods'], 'GET, POST');
      assert.is(headers['access-control-allow-credentials'], undefined);
      assert.match(String(headers.vary), /Origin/);
    }
  });

for (const origin of [
  ...[
    'https://evil.example',
    'null',
    '*',
    '',
    `${shop}.evil`,
    `${shop}:8443`,
    `${shop}, https://evil.example`,
  ],
  ...['http://shop.example', 'https://SHOP.example', `${shop}/`, 'file://', undefined],
])
  preflights(`of ${JSON.stringify(origin)} are refused without a CORS header`, async ({ test, widgetId }) => {
    for (const url of [
      `/widgets/${widgetId}/configuration`,
      `/widgets/${widgetId}/survey`,
      '/widgets/nowhere/configuration',
      '/api/widgets',
      '/',
    ]) {
      const response = await ask(test, url, origin);
      assert.equal([url, response.statusCode, response.json().code], [url, 403, 'ORIGIN_REFUSED']);
      assert.equal(corsHeaders(response.headers), []);
      assert.match(String(response.headers.vary), /Origin/);
    }
  });

preflights('that are refused are recorded for the administrator', async ({ test, widgetId }) => {
  await ask(test, `/widgets/${widgetId}/survey`, 'https://noted.example');
  const { refused } = (await test.rest('GET', `/api/widgets/${widgetId}/activity`)).json();
  assert.ok(refused.some((each: { origin: string }) => each.origin === 'https://noted.example'));
});
preflights("of a registered website don't open the rest of the service", async ({ test }) => {
  const response = await ask(test, '/api/widgets', shop);
  assert.equal([response.statusCode, corsHeaders(response.headers)], [403, []]);
});
preflights.run();

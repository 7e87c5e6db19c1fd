import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { rejectionOf } from '../support/rejection.js';
import { openTestApp, shop, type TestApp } from '../support/test-app.js';
import { otherDomains, otherOrigins } from './corpora/origins.js';

interface Context {
  test: TestApp;
  /** On the shop's website, and on every subdomain of it. */
  exact: string;
  wild: string;
}

const origins = suite<Context>('origins');
origins.before(async (context) => {
  const test = await openTestApp();
  const exact = await test.createWidget();
  const wild = await test.createWidget({ domains: ['https://*.shop.example'] });
  Object.assign(context, { test, exact, wild });
});
origins.after(({ test }) => test.close());

origins('REST answers no origin but the registered one', async ({ test, exact, wild }) => {
  for (const widgetId of [exact, wild])
    for (const origin of otherOrigins) {
      for (const method of ['GET', 'OPTIONS'] as const) {
        const url = `/widgets/${widgetId}/configuration`;
        const response = await test.inject({ method, url, headers: { origin } });
        assert.is(response.statusCode, 403, `${method} of ${JSON.stringify(origin)}`);
        assert.is(response.headers['access-control-allow-origin'], undefined);
      }
    }
  const answer = (origin: string, widgetId: string) =>
    test.inject({ url: `/widgets/${widgetId}/configuration`, headers: { origin } });
  assert.is((await answer(shop, exact)).statusCode, 200);
  assert.is((await answer('https://a.b.shop.example', wild)).statusCode, 200);
  assert.is((await answer(shop, wild)).statusCode, 403);
});
origins('no socket opens for any other origin', async ({ test, exact }) => {
  for (const origin of otherOrigins) {
    const { message } = await rejectionOf(test.customer(exact, origin));
    assert.match(message, /40[03]/, JSON.stringify(origin));
  }
});
origins('a domain is refused by name, or stored as browsers write it', async ({ test, exact }) => {
  for (const domain of otherDomains) {
    const response = await test.rest('PATCH', `/api/widgets/${exact}`, { domains: [domain] });
    const said = `${JSON.stringify(domain)}: ${response.statusCode}`;
    if (response.statusCode === 400) {
      const { code, pointer } = response.json();
      assert.ok(['DOMAIN_INVALID', 'REQUEST_INVALID'].includes(code) && pointer === '/domains/0', said);
      continue;
    }
    assert.is(response.statusCode, 200, said);
    const [stored] = response.json<{ domains: string[] }>().domains;
    const origin = stored!.replace('//*.', '//');
    assert.is(new URL(origin).origin, origin, said);
    const isLoopback = /^http:\/\/(.*\.)?(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin);
    assert.ok(origin.startsWith('https://') || isLoopback, said);
  }
});
origins.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, shop, type TestApp } from '../support/test-app.js';
import { otherDomains, otherOrigins } from './corpora/origins.js';
import { judgeDomains, judgeRequestOrigins, judgeSocketOrigins } from './judges/origins.js';

interface Context {
  test: TestApp;
  /** A widget on the shop's website, and one on every subdomain of it. */
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

origins('REST answers only the registered origin', async ({ test, exact, wild }) => {
  for (const widgetId of [exact, wild])
    assert.equal(await judgeRequestOrigins(test, widgetId, otherOrigins), []);
  const answer = (origin: string, widgetId: string) =>
    test.inject({ url: `/widgets/${widgetId}/configuration`, headers: { origin } });
  assert.is((await answer(shop, exact)).statusCode, 200);
  assert.is((await answer('https://a.b.shop.example', wild)).statusCode, 200);
  assert.is((await answer(shop, wild)).statusCode, 403);
});
origins('no socket opens for any other origin', async ({ test, exact }) => {
  assert.equal(await judgeSocketOrigins(test, exact, otherOrigins), []);
});
origins('a domain is refused by name, or stored as browsers spell it', async ({ test, exact }) => {
  assert.equal(await judgeDomains(test, exact, otherDomains), []);
});
origins.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, shop, type TestApp } from '../../support/test-app.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests name the members that they expect
type AnyActivity = any;

const activity = suite<{ test: TestApp; widgetId: string; read: () => Promise<AnyActivity> }>(
  '/api/widgets/:widgetId/activity',
);
activity.before.each(async (context) => {
  const test = (context.test = await openTestApp());
  context.widgetId = await test.createWidget({ security: { required: true } });
  context.read = async () => (await test.rest('GET', `/api/widgets/${context.widgetId}/activity`)).json();
});
activity.after.each(({ test }) => test.close());

activity('shows on which website the widget was seen', async ({ test, widgetId, read }) => {
  assert.equal(await read(), { lastChatAt: null, seen: [], refused: [] });
  await test.inject({ url: `/widgets/${widgetId}/configuration`, headers: { origin: shop } });
  const { seen } = await read();
  assert.is(seen[0].origin, shop);
  assert.ok(Date.now() - Date.parse(seen[0].at) < 60_000);
});
activity('shows which origins were refused, by page and by socket', async ({ test, widgetId, read }) => {
  const origin = 'https://shop.example.evil.example';
  await test.inject({ url: `/widgets/${widgetId}/configuration`, headers: { origin } });
  await test.customer(widgetId, origin).catch(() => undefined);
  const [refusal] = (await read()).refused;
  assert.equal([refusal.origin, refusal.reason, refusal.count], [origin, 'ORIGIN', 2]);
  assert.match(refusal.message, 'isn’t in the widget’s list');
});
activity('shows which tokens were refused, and why', async ({ test, widgetId, read }) => {
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'a'.repeat(32), token: 'no.token.at-all' });
  await customer.next('error');
  const [refusal] = (await read()).refused;
  assert.equal([refusal.origin, refusal.reason], [shop, 'MALFORMED']);
  assert.match(refusal.message, 'This isn’t a token.');
});
activity('shows when the last chat started', async ({ test, read, widgetId }) => {
  await test.rest('PATCH', `/api/widgets/${widgetId}`, { security: { required: false } });
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'a'.repeat(32) });
  await customer.next('started');
  assert.type((await read()).lastChatAt, 'string');
});
activity("stores nothing for widgets that don't exist", async ({ test }) => {
  await test.inject({ url: '/widgets/none/configuration', headers: { origin: shop } });
  assert.equal(test.core.activities.of('none').refused, []);
});
activity.run();

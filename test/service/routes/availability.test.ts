import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, shop, type TestApp } from '../../support/test-app.js';

const routes = suite<{ test: TestApp; widgetId: string }>('/widgets/:widgetId/availability');
routes.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
routes.after.each(({ test }) => test.close());

const ask = (test: TestApp, widgetId: string, origin = shop) =>
  test.inject({ method: 'GET', url: `/widgets/${widgetId}/availability`, headers: { origin } });
const awayOf = async (test: TestApp, widgetId: string): Promise<unknown> =>
  (await ask(test, widgetId)).json().away;
const setAway = (test: TestApp, widgetId: string, away: object) =>
  test.rest('PATCH', `/api/widgets/${widgetId}`, { away });
/** Never open, in any time zone in which the test runs. */
const closed = { timeZone: 'Europe/Berlin', config: [] };

routes('lets everybody chat unless the widget says otherwise', async ({ test, widgetId }) => {
  await test.rest('PUT', '/api/queues/default', { name: 'Default', hoursOfOperation: closed });
  assert.is(await awayOf(test, widgetId), null);
  await setAway(test, widgetId, { whenClosed: 'LEAVE_MESSAGE' });
  const answer = await ask(test, widgetId);
  assert.is(answer.json().away, 'CLOSED');
  assert.is(answer.headers['cache-control'], 'no-store');
  await test.rest('PUT', '/api/queues/default', { name: 'Default' });
  assert.is(await awayOf(test, widgetId), null);
});

routes('counts an available agent of the queue, busy or not', async ({ test, widgetId }) => {
  await test.rest('PUT', '/api/queues/cakes', { name: 'Cakes' });
  await setAway(test, widgetId, { whenNobodyAvailable: 'LEAVE_MESSAGE', queueId: 'cakes' });
  assert.is(await awayOf(test, widgetId), 'NOBODY_AVAILABLE');
  const { cookie } = await test.createAgent('ada', { queues: ['default'] });
  const elsewhere = await test.agent(cookie);
  elsewhere.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await elsewhere.next('welcome');
  assert.is(await awayOf(test, widgetId), 'NOBODY_AVAILABLE');
  const { cookie: baker } = await test.createAgent('bob', { queues: ['cakes'], maxChats: 1 });
  const there = await test.agent(baker);
  there.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await there.next('welcome');
  assert.is(await awayOf(test, widgetId), null);
});

routes('answers registered websites only', async ({ test, widgetId }) => {
  assert.is((await ask(test, widgetId, 'https://evil.example')).json().code, 'ORIGIN_REFUSED');
});

routes("requires that a widget's queue exists, and keeps it", async ({ test, widgetId }) => {
  const unknown = await setAway(test, widgetId, { queueId: 'nowhere' });
  assert.equal([unknown.statusCode, unknown.json().pointer], [400, '/away/queueId']);
  await test.rest('PUT', '/api/queues/cakes', { name: 'Cakes' });
  assert.is((await setAway(test, widgetId, { queueId: 'cakes' })).statusCode, 200);
  assert.is((await test.rest('DELETE', '/api/queues/cakes')).json().code, 'QUEUE_IN_USE');
});

routes.run();

import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newToken } from '../../support/chats-with-files.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const metrics = suite<{ test: TestApp }>('GET /metrics');
metrics.before.each(async (context) => {
  context.test = await openTestApp();
});
metrics.after.each(({ test }) => test.close());

async function read(test: TestApp): Promise<string> {
  const { statusCode, body } = await test.rest('GET', '/metrics');
  assert.is(statusCode, 200);
  return body;
}

metrics('is for administrators only', async ({ test }) => {
  const { cookie } = await test.createAgent('ada');
  const asAgent = await test.inject({ url: '/metrics', headers: { cookie } });
  const asNobody = await test.inject({ url: '/metrics' });
  assert.equal([asAgent.statusCode, asNobody.statusCode], [403, 401]);
});

metrics('shows sockets, contacts, queues and agents as they are', async ({ test }) => {
  const widgetId = await test.createWidget();
  const { cookie } = await test.createAgent('ada', { maxChats: 1 });
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await agent.next('welcome');
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: newToken() });
  await customer.next('started');
  customer.say({ type: 'message', clientToken: 'm1', content: 'Hello' });
  await agent.next('offer');
  const ringing = await read(test);
  for (const line of [
    'connect_chat_sockets{kind="customer"} 1',
    'connect_chat_sockets{kind="staff"} 1',
    'connect_chat_contacts{state="ringing"} 1',
    'connect_chat_contacts{state="served"} 0',
    'connect_chat_agents{status="AVAILABLE"} 1',
    'connect_chat_queue_contacts{queue="default"} 1',
    'connect_chat_queue_agents_staffed{queue="default"} 1',
  ])
    assert.match(ringing, line);
  assert.match(ringing, /connect_chat_commit_seconds_count [1-9]/);
  assert.match(ringing, 'nodejs_eventloop_lag_seconds');
  // Nothing that a person wrote, no names and no ids of contacts.
  assert.not.match(ringing, /Hello|ada|Shop/);
});

metrics('counts refused websites and tokens', async ({ test }) => {
  const widgetId = await test.createWidget({ security: { required: true } });
  const refused = await test.inject({
    url: `/widgets/${widgetId}/configuration`,
    headers: { origin: 'https://evil.example' },
  });
  assert.is(refused.statusCode, 403);
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: newToken(), token: 'nonsense' });
  await customer.next('error');
  const found = await read(test);
  assert.match(found, 'connect_chat_refusals_total{reason="origin"} 1');
  assert.match(found, 'connect_chat_refusals_total{reason="token"} 1');
});

const docs = suite('docs/reference/metrics.md');
docs('names every metric of the service, and the dashboard uses no other', async () => {
  const test = await openTestApp();
  const shown = new Set(
    [...(await read(test)).matchAll(/^# TYPE (connect_chat_\w+)/gm)].map(([, name]) => name!),
  );
  await test.close();
  const page = readFileSync(new URL('../../../docs/reference/metrics.md', import.meta.url), 'utf8');
  const named = new Set([...page.matchAll(/^\| `(connect_chat_\w+)`/gm)].map(([, name]) => name!));
  assert.equal([...named].sort(), [...shown].sort());
  const board = readFileSync(new URL('../../../docs/grafana/connect-chat.json', import.meta.url), 'utf8');
  for (const [name] of board.matchAll(/connect_chat_\w+/g))
    assert.ok(shown.has(name.replace(/_(bucket|sum|count)$/, '')), name);
});

metrics.run();
docs.run();

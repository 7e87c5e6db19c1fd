import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AuditEntry } from '../../../shared/audit-entry.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const audit = suite<{ test: TestApp }>('the audit log');
audit.before.each(async (context) => void (context.test = await openTestApp()));
audit.after.each(({ test }) => test.close());

const entriesOf = async (test: TestApp): Promise<AuditEntry[]> =>
  (await test.rest('GET', '/api/audit-log')).json().entries;
const short = ({ who, action, target, members }: AuditEntry) => [who, action, target, members];

audit('says who changed what, and which members, without their values', async ({ test }) => {
  await test.rest('PUT', '/api/queues/sales', { name: 'Sales' });
  await test.rest('PUT', '/api/queues/sales', { name: 'Sales', maxContacts: 5, description: '' });
  await test.rest('DELETE', '/api/queues/sales');
  const { agentId } = await test.createAgent('eve', { role: 'admin' });
  await test.rest('PATCH', `/api/agents/${agentId}`, { password: 'another horse battery' });
  const entries = await entriesOf(test);
  assert.equal(entries.map(short).reverse(), [
    ['ADMIN_TOKEN', 'PUT /api/queues/:queueId', 'sales', ['description', 'hoursOfOperation', 'name']],
    ['ADMIN_TOKEN', 'PUT /api/queues/:queueId', 'sales', ['maxContacts']],
    ['ADMIN_TOKEN', 'DELETE /api/queues/:queueId', 'sales', []],
    ['ADMIN_TOKEN', 'POST /api/agents', agentId, ['username', 'displayName', 'password', 'role']],
    ['eve', 'POST /api/session', null, ['username', 'password']],
    ['ADMIN_TOKEN', 'PATCH /api/agents/:agentId', agentId, ['password']],
  ]);
  const text = JSON.stringify(entries);
  for (const secret of ['horse', 'battery']) assert.not(text.includes(secret), secret);
});
audit('names the account of a session', async ({ test }) => {
  const { agentId, cookie } = await test.createAgent('eve', { role: 'admin' });
  const response = await test.inject({
    ...{ method: 'PUT', url: '/api/status-reasons/lunch', payload: { name: 'Lunch' } },
    headers: { cookie, origin: 'http://localhost:8080' },
  });
  assert.is(response.statusCode, 200);
  const [latest] = await entriesOf(test);
  assert.equal([latest!.who, latest!.agentId, latest!.target], ['eve', agentId, 'lunch']);
});
audit('has no entry for what was refused, only read, or said in a chat', async ({ test }) => {
  const widgetId = await test.createWidget();
  const before = (await entriesOf(test)).length;
  await test.rest('PUT', '/api/queues/sales', { name: '' });
  await test.rest('GET', '/api/queues');
  await test.rest('POST', `/api/widgets/${widgetId}/token-checks`, { token: 'x' });
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'x'.repeat(32) });
  await customer.next('started');
  assert.is((await entriesOf(test)).length, before);
});
audit('is for administrators only, page by page', async ({ test }) => {
  const { cookie } = await test.createAgent('bob');
  const refused = await test.inject({ method: 'GET', url: '/api/audit-log', headers: { cookie } });
  assert.is(refused.json().code, 'NOT_ALLOWED');
  for (const name of ['a', 'b', 'c']) await test.rest('PUT', `/api/status-reasons/${name}`, { name });
  const page = (await test.rest('GET', '/api/audit-log?limit=2')).json();
  assert.equal(
    page.entries.map(({ target }: AuditEntry) => target),
    ['c', 'b'],
  );
  const next = (await test.rest('GET', `/api/audit-log?limit=2&before=${page.next}`)).json();
  assert.is(next.entries[0].target, 'a');
});
audit.run();

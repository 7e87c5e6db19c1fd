import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultFlow } from '../../../service/flow/default-flow.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const flows = suite<{ test: TestApp }>('/api/flows and /api/queues');
flows.before.each(async (context) => void (context.test = await openTestApp()));
flows.after.each(({ test }) => test.close());

flows('puts, reads, lists and deletes a flow', async ({ test }) => {
  const flow = { name: 'Mine', content: defaultFlow };
  assert.equal((await test.rest('PUT', '/api/flows/mine', flow)).json(), { flowId: 'mine', ...flow });
  assert.equal((await test.rest('GET', '/api/flows/mine')).json(), { flowId: 'mine', ...flow });
  const listed = (await test.rest('GET', '/api/flows'))
    .json()
    .map(({ flowId }: { flowId: string }) => flowId);
  assert.equal(listed, ['default', 'mine']);
  assert.is((await test.rest('DELETE', '/api/flows/mine')).statusCode, 204);
  assert.is((await test.rest('DELETE', '/api/flows/mine')).json().code, 'FLOW_NOT_FOUND');
});
flows('names an unsupported action when it refuses a flow', async ({ test }) => {
  const content = structuredClone(defaultFlow);
  content.Actions[0]!.Type = 'InvokeLambdaFunction';
  const refused = (await test.rest('PUT', '/api/flows/mine', { name: 'Mine', content })).json();
  assert.equal([refused.code, refused.pointer], ['FLOW_ACTION_UNSUPPORTED', '/content/Actions/0/Type']);
  assert.match(refused.message, 'InvokeLambdaFunction');
});
flows('keeps a flow that a widget uses, and the default one', async ({ test }) => {
  await test.rest('PUT', '/api/flows/mine', { name: 'Mine', content: defaultFlow });
  await test.createWidget({ flowId: 'mine' });
  assert.is((await test.rest('DELETE', '/api/flows/mine')).json().code, 'FLOW_IN_USE');
  assert.is((await test.rest('DELETE', '/api/flows/default')).json().code, 'FLOW_IN_USE');
});
flows('puts a queue, returns its live metrics, and deletes it if no agent serves it', async ({ test }) => {
  const put = (await test.rest('PUT', '/api/queues/sales', { name: 'Sales' })).json();
  assert.equal([put.queueId, put.name, put.live.contactsInQueue], ['sales', 'Sales', 0]);
  const { agentId } = await test.createAgent('ada', { queues: ['sales'] });
  assert.is((await test.rest('DELETE', '/api/queues/sales')).json().code, 'QUEUE_IN_USE');
  await test.rest('PATCH', `/api/agents/${agentId}`, { queues: [] });
  assert.is((await test.rest('DELETE', '/api/queues/sales')).statusCode, 204);
  assert.is((await test.rest('GET', '/api/queues/sales')).json().code, 'QUEUE_NOT_FOUND');
});
flows('gives a queue hours of operation, or none for always open', async ({ test }) => {
  const put = (hoursOfOperation: unknown) =>
    test.rest('PUT', '/api/queues/sales', { name: 'Sales', hoursOfOperation });
  const always = (await put(undefined)).json();
  assert.equal([always.hoursOfOperation, always.isOpen], [null, true]);
  const never = { timeZone: 'Europe/Berlin', config: [] };
  const closed = (await put(never)).json();
  assert.equal([closed.hoursOfOperation, closed.isOpen], [never, false]);
  assert.equal((await test.rest('GET', '/api/queues/sales')).json().hoursOfOperation, never);

  const pointerOf = async (hours: object) => (await put(hours)).json().pointer;
  assert.is(await pointerOf({ timeZone: 'Mars/Base', config: [] }), '/hoursOfOperation/timeZone');
  const night = { day: 'MONDAY', startTime: { hours: 22, minutes: 0 }, endTime: { hours: 6, minutes: 0 } };
  assert.is(await pointerOf({ timeZone: 'UTC', config: [night] }), '/hoursOfOperation/config/0/endTime');
  const unknown = await put({ timeZone: 'UTC', config: [{ ...night, day: 'MOONDAY' }] });
  assert.equal([unknown.statusCode, unknown.json().code], [400, 'REQUEST_INVALID']);
});
flows('counts in the live metrics who waits and who is present', async ({ test }) => {
  const { cookie } = await test.createAgent('ada');
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {} });
  await agent.next('welcome');
  const customer = await test.customer(await test.createWidget());
  customer.say({ type: 'start', clientToken: 'x'.repeat(32) });
  await customer.next('started');
  const { live } = (await test.rest('GET', '/api/queues/default')).json();
  assert.equal([live.contactsInQueue, live.agentsOnline, live.agentsAvailable], [1, 1, 0]);
});
flows.run();

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
flows('stores every member of a queue, and starts with version 1', async ({ test }) => {
  const queue = {
    ...{ name: 'Sales', description: 'Orders', hoursOfOperation: null, serviceLevelSeconds: 30 },
    ...{ maxContacts: 5, overflowQueueId: 'default', overflowMessage: 'Please call us.' },
    wrapUp: { seconds: 60, dispositions: ['Solved'], tags: ['Refund'] },
    idleTimes: {
      customer: { warnAfterMinutes: 10, endAfterMinutes: 5 },
      agent: { warnAfterMinutes: 5, requeueAfterMinutes: 2 },
    },
  };
  const { version, isOpen, live, recent, queueId, ...stored } = (
    await test.rest('PUT', '/api/queues/sales', queue)
  ).json();
  assert.equal(stored, queue);
  assert.equal([queueId, version, isOpen, live.contactsInQueue], ['sales', 1, true, 0]);
  assert.equal(recent, { answered: 0, answeredInTime: 0, estimatedWaitSeconds: null });
});
flows(
  'refuses an overflow into the queue itself or into none, and keeps a queue that takes one',
  async ({ test }) => {
    const put = async (overflowQueueId: string) =>
      (
        await test.rest('PUT', '/api/queues/sales', { name: 'Sales', maxContacts: 1, overflowQueueId })
      ).json();
    for (const queueId of ['sales', 'nowhere']) {
      const refused = await put(queueId);
      assert.equal([refused.code, refused.pointer], ['REQUEST_INVALID', '/overflowQueueId'], queueId);
    }
    await test.rest('PUT', '/api/queues/spare', { name: 'Spare' });
    assert.is((await put('spare')).overflowQueueId, 'spare');
    assert.is((await test.rest('DELETE', '/api/queues/spare')).json().code, 'QUEUE_IN_USE');
  },
);
flows(
  'sends contacts for which a queue has no room to its overflow, then tells them to come back',
  async ({ test }) => {
    await test.rest('PUT', '/api/queues/spare', { name: 'Spare', maxContacts: 1 });
    await test.rest('PUT', '/api/queues/default', {
      ...{
        name: 'Default',
        maxContacts: 1,
        overflowQueueId: 'spare',
        overflowMessage: 'Please come back later.',
      },
    });
    const widget = await test.createWidget();
    const start = async (token: string) => {
      const customer = await test.customer(widget);
      customer.say({ type: 'start', clientToken: token.repeat(32) });
      await customer.next('started');
      return customer;
    };
    const waiting = async (queueId: string) =>
      (await test.rest('GET', `/api/queues/${queueId}`)).json().live.contactsInQueue;
    await start('a');
    assert.equal([await waiting('default'), await waiting('spare')], [1, 0]);
    await start('b');
    assert.equal([await waiting('default'), await waiting('spare')], [1, 1]);
    const refused = await start('c');
    for (;;) {
      const { item } = await refused.next('item');
      if (item.content === 'Please come back later.') break;
    }
    assert.equal([await waiting('default'), await waiting('spare')], [1, 1]);
  },
);
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

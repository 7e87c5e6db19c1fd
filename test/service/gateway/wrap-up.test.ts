import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Frames } from '../../support/frames.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { createTestClock, type TestClock } from '../../support/test-clock.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

interface Context {
  test: TestApp;
  clock: TestClock;
  dataDir: string;
}
const wrapUp = { seconds: 60, dispositions: ['Solved', 'Open'], tags: ['Refund', 'Delivery'] };
const work = suite<Context>('after-contact work');
work.before.each(async (context) => {
  context.clock = createTestClock(Date.now());
  context.dataDir = temporaryFolder();
  context.test = await openTestApp({ dataDir: context.dataDir }, { clock: context.clock });
  await context.test.rest('PUT', '/api/queues/default', { name: 'Default queue', wrapUp });
});
work.after.each(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
async function start(test: TestApp, widgetId: string): Promise<{ customer: Frames; contactId: string }> {
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: token(), displayName: 'Cleo' });
  const { contactId } = await customer.next('started');
  const message = { clientToken: token(), contentType: 'text/plain', content: 'Hello' };
  customer.say({ type: 'message', ...message });
  await customer.next('ack');
  return { customer, contactId: String(contactId) };
}
/** Ada, who takes one chat at once, after a chat that Cleo has ended. */
async function afterChat({ test }: Context) {
  const widgetId = await test.createWidget();
  const { customer, contactId } = await start(test, widgetId);
  const { cookie, agentId } = await test.createAgent('ada', { maxChats: 1 });
  const ada = await test.agent(cookie);
  ada.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await ada.next('offer');
  ada.say({ type: 'accept', contactId });
  await ada.next('contact');
  customer.say({ type: 'end' });
  const begun = await ada.next('wrap-up');
  return { widgetId, contactId, ada, agentId, cookie, begun };
}
const contactOf = async (test: TestApp, contactId: string) =>
  (await test.rest('GET', `/api/contacts/${contactId}`)).json();

work('begins with what the queue proposes, and is load until it is done', async (context) => {
  const { test, clock } = context;
  const { widgetId, contactId, ada, agentId, begun } = await afterChat(context);
  const { until, ...rest } = begun;
  const { dispositions, tags } = wrapUp;
  assert.equal(rest, { type: 'wrap-up', contactId, dispositions, tags });
  assert.ok(Date.parse(until) > clock.now() && Date.parse(until) <= clock.now() + 60_000);
  const next = await start(test, widgetId);
  assert.is(test.core.workload.loadOf(agentId), 1);
  assert.equal(test.core.workload.ringingAt(agentId), []);
  const before = await contactOf(test, contactId);
  assert.equal([before.state, before.wrapUpAgentIds], ['ENDED', [agentId]]);
  ada.say({ type: 'note', contactId, clientToken: 'n1', content: 'Paid twice' });
  await ada.next('ack');
  ada.say({ type: 'done', contactId, disposition: 'Solved', tags: ['Refund'] });
  assert.is((await ada.next('wrap-up')).until, null);
  assert.is((await ada.next('offer')).contact.contactId, next.contactId);
  const after = await contactOf(test, contactId);
  assert.equal([after.disposition, after.tags, after.wrapUpAgentIds], ['Solved', ['Refund'], []]);
  const active = (await test.rest('GET', '/api/contacts?state=ACTIVE')).json().contacts;
  assert.equal(
    active.map((each: { contactId: string }) => each.contactId),
    [next.contactId],
  );
});

work('ends by its time', async (context) => {
  const { test, clock } = context;
  const { contactId, ada, agentId } = await afterChat(context);
  for (let passed = 0; passed < 60_000; passed += 10_000) {
    clock.pass(10_000);
    ada.say({ type: 'ping' });
    await ada.next('pong');
  }
  assert.is((await ada.next('wrap-up')).until, null);
  assert.is(test.core.workload.loadOf(agentId), 0);
  assert.is((await contactOf(test, contactId)).disposition, null);
});

work('comes back to a console that was closed, and survives a restart of the service', async (context) => {
  const { contactId, agentId, cookie } = await afterChat(context);
  const again = await context.test.agent(cookie);
  again.say({ type: 'hello', after: {} });
  assert.equal((await again.next('welcome')).contactIds, []);
  assert.is((await again.next('contact')).contact.contactId, contactId);
  assert.is((await again.next('wrap-up')).contactId, contactId);
  await context.test.close();
  context.test = await openTestApp({ dataDir: context.dataDir }, { clock: context.clock });
  assert.is(context.test.core.workload.loadOf(agentId), 1);
  const later = await context.test.agent(cookie);
  later.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await later.next('wrap-up');
  later.say({ type: 'done', contactId, disposition: null, tags: [] });
  assert.is((await later.next('wrap-up')).until, null);
});

work('of an agent who goes offline is over', async (context) => {
  const { ada, agentId } = await afterChat(context);
  ada.say({ type: 'status', status: 'OFFLINE' });
  assert.is((await ada.next('wrap-up')).until, null);
  assert.is(context.test.core.workload.loadOf(agentId), 0);
});
work.run();

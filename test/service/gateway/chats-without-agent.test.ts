import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import type { Frames } from '../../support/frames.js';
import { createTestClock, type TestClock } from '../../support/test-clock.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

interface Context {
  test: TestApp;
  clock: TestClock;
  widgetId: string;
}
const returning = suite<Context>('chats whose agent leaves');
returning.before.each(async (context) => {
  context.clock = createTestClock(Date.now());
  context.test = await openTestApp({}, { clock: context.clock });
  context.widgetId = await context.test.createWidget();
});
returning.after.each(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const message = (content: string) => ({
  ...{ type: 'message', clientToken: token(), contentType: 'text/plain', content },
});
async function agentAtWork(test: TestApp, username: string) {
  const { agentId, cookie } = await test.createAgent(username);
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('welcome');
  return { frames, agentId, cookie };
}
/** Ada, with a chat in which Cleo wrote. */
async function served({ test, widgetId }: Context) {
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: token(), displayName: 'Cleo' });
  const { contactId } = await customer.next('started');
  customer.say(message('Where is my parcel?'));
  await customer.next('ack');
  const ada = await agentAtWork(test, 'ada');
  await ada.frames.next('offer');
  ada.frames.say({ type: 'accept', contactId });
  await ada.frames.next('contact');
  return { customer, ada, contactId: String(contactId) };
}
/** Advances the time while these sockets answer pings. */
async function pass({ clock }: Context, milliseconds: number, ...sockets: Frames[]): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 10_000) {
    clock.pass(Math.min(10_000, left));
    for (const frames of sockets) {
      frames.say({ type: 'ping' });
      await frames.next('pong');
    }
  }
}
const event = async (frames: Frames, contentType: string) => {
  for (;;) {
    const { item } = await frames.next('item');
    if (item.contentType === contentType) return item;
  }
};

/** The customer reads that another agent is being looked for. */
const requeued = async (customer: Frames): Promise<void> => {
  for (;;) {
    const { item } = await customer.next('item');
    if (item.content === defaultTexts.en.requeued) return;
  }
};

returning(
  'returns them when the agent goes offline: the visitor gets one line, the next agent the transcript',
  async (context) => {
    const { customer, ada, contactId } = await served(context);
    const bea = await agentAtWork(context.test, 'bea');
    ada.frames.say({ type: 'status', status: 'OFFLINE' });
    assert.equal(await ada.frames.next('contact-left'), {
      ...{ type: 'contact-left', contactId, wasAway: false },
    });
    assert.is((await event(customer, contentTypes.left)).displayName, 'ada');
    await requeued(customer);
    const offer = await bea.frames.next('offer');
    assert.equal(
      [offer.contact.contactId, offer.latestMessage, offer.messageCount],
      [contactId, 'Where is my parcel?', 1],
    );
    bea.frames.say({ type: 'accept', contactId });
    await bea.frames.next('contact');
    assert.is((await event(bea.frames, 'text/plain')).type, 'MESSAGE');
    customer.say(message('Anybody?'));
    await customer.next('ack');
    ada.frames.say({ ...message('Still me'), contactId });
    assert.is((await ada.frames.next('error')).code, 'CONTACT_NOT_FOUND');
    assert.equal(
      ada.frames.unread().filter(({ type, item }) => type === 'item' && item.content === 'Anybody?'),
      [],
    );
  },
);

for (const [name, end] of [
  [
    'signing out',
    ({ test }: Context, { cookie }: { cookie: string }) =>
      test.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } }),
  ],
  [
    'a disabled account',
    ({ test }: Context, { agentId }: { agentId: string }) =>
      test.rest('PATCH', `/api/agents/${agentId}`, { disabled: true }),
  ],
  [
    'a deleted account',
    ({ test }: Context, { agentId }: { agentId: string }) => test.rest('DELETE', `/api/agents/${agentId}`),
  ],
  [
    'another password',
    ({ test }: Context, { agentId }: { agentId: string }) =>
      test.rest('PATCH', `/api/agents/${agentId}`, { password: 'another long password' }),
  ],
] as const)
  returning(`returns them at once for ${name}`, async (context) => {
    const { customer, ada } = await served(context);
    const answer = await end(context, ada);
    assert.ok(answer.statusCode < 300, answer.body);
    await requeued(customer);
  });

returning('keeps them with the agent when another sign-in ends the oldest session', async (context) => {
  const { ada, contactId } = await served(context);
  const signIn = () =>
    context.test.inject({
      ...{ method: 'POST', url: '/api/session' },
      payload: { username: 'ada', password: 'correct horse battery' },
    });
  for (let times = 0; times < 11; times += 1) assert.is((await signIn()).statusCode, 204);
  assert.is((await ada.frames.closed).reason, 'SESSION_ENDED');
  assert.equal(context.test.core.workload.contactsOf(ada.agentId), [contactId]);
});

returning(
  'returns them a minute after the last console closed, and tells the agent later',
  async (context) => {
    const { customer, ada, contactId } = await served(context);
    const { presence } = context.test.core;
    const lost = new Promise((resolve) => presence.on('changed', resolve));
    ada.frames.close();
    await lost;
    await pass(context, limits.agentGone - 1, customer);
    assert.equal(context.test.core.workload.contactsOf(ada.agentId), [contactId]);
    await pass(context, 1, customer);
    await requeued(customer);
    const again = await context.test.agent(ada.cookie);
    again.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
    assert.equal((await again.next('welcome')).contactIds, []);
    assert.equal(await again.next('contact-left'), { type: 'contact-left', contactId, wasAway: true });
  },
);

returning('tells a console that knew the chat what happened to it', async (context) => {
  const { customer, ada, contactId } = await served(context);
  ada.frames.say({ type: 'status', status: 'OFFLINE' });
  await requeued(customer);
  const again = await context.test.agent(ada.cookie);
  again.say({ type: 'hello', after: { [contactId]: 3 } });
  assert.is((await again.next('contact-left')).wasAway, true);
  customer.say({ type: 'end' });
  await event(customer, contentTypes.ended);
  const later = await context.test.agent(ada.cookie);
  later.say({ type: 'hello', after: { [contactId]: 3 } });
  await later.next('contact-left');
  assert.equal(
    later.unread().filter(({ type }) => type === 'item'),
    [],
  );
});
returning.run();

const ringing = suite<Context>('an offer');
ringing.before.each(async (context) => {
  context.clock = createTestClock(Date.now());
  context.test = await openTestApp({}, { clock: context.clock });
  context.widgetId = await context.test.createWidget();
});
ringing.after.each(({ test }) => test.close());

async function started({ test, widgetId }: Context) {
  const customer = await test.customer(widgetId);
  const clientToken = token();
  customer.say({ type: 'start', clientToken });
  const { contactId, participantToken } = await customer.next('started');
  return { customer, contactId: String(contactId), participantToken: String(participantToken) };
}
/** Resolves when the service has noticed that this customer's socket is closed. */
async function disconnect({ test, clock }: Context, customer: Frames, contactId: string): Promise<void> {
  const pending = clock.pending;
  customer.close();
  while (clock.pending === pending) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(await test.core.contacts.state(contactId));
}

ringing('is sent again with what the customer writes while it rings', async (context) => {
  const { customer } = await started(context);
  const ada = await agentAtWork(context.test, 'ada');
  assert.equal((await ada.frames.next('offer')).messageCount, 0);
  for (const words of ['Hello', 'It is urgent']) {
    customer.say(message(words));
    await customer.next('ack');
  }
  await pass(context, 5_000, ada.frames);
  const { firstMessage, latestMessage, messageCount, ringMilliseconds } = await ada.frames.next('offer');
  assert.equal([firstMessage, latestMessage, messageCount], ['Hello', 'It is urgent', 2]);
  assert.ok(ringMilliseconds <= limits.ring - 5_000 + 250);
});

ringing('of a silent customer who left is withdrawn', async (context) => {
  const { customer, contactId, participantToken } = await started(context);
  await disconnect(context, customer, contactId);
  await pass(context, limits.customerGone - 5_000);
  const ada = await agentAtWork(context.test, 'ada');
  await ada.frames.next('offer');
  await pass(context, 5_000, ada.frames);
  assert.is((await ada.frames.next('offer-closed')).reason, 'WITHDRAWN');
  const again = await context.test.customer(context.widgetId);
  again.say({ type: 'resume', participantToken, after: 0 });
  assert.is((await ada.frames.next('offer')).contact.customer.goneSince, null);
});

ringing('of a customer who wrote and left says so, and so does the chat', async (context) => {
  const { customer, contactId, participantToken } = await started(context);
  customer.say(message('Hello'));
  await customer.next('ack');
  const left = context.clock.now();
  await disconnect(context, customer, contactId);
  await pass(context, limits.customerGone);
  const ada = await agentAtWork(context.test, 'ada');
  const { contact } = await ada.frames.next('offer');
  assert.is(Date.parse(contact.customer.goneSince), left);
  ada.frames.say({ type: 'accept', contactId });
  assert.is((await ada.frames.next('contact')).contact.customer.goneSince, contact.customer.goneSince);
  const again = await context.test.customer(context.widgetId);
  again.say({ type: 'resume', participantToken, after: 0 });
  let goneSince: unknown = left;
  while (goneSince !== null) ({ goneSince } = await ada.frames.next('customer-presence'));
});

ringing('that is missed sets the status to Missed, until one frame sets it back', async (context) => {
  await started(context);
  const ada = await agentAtWork(context.test, 'ada');
  await ada.frames.next('offer');
  await pass(context, limits.ring, ada.frames);
  assert.is((await ada.frames.next('status')).status, 'MISSED');
  ada.frames.say({ type: 'status', status: 'MISSED' });
  assert.is((await ada.frames.next('error')).code, 'FRAME_INVALID');
  ada.frames.say({ type: 'status', status: 'AVAILABLE' });
  assert.is((await ada.frames.next('status')).status, 'AVAILABLE');
  await ada.frames.next('offer');
});
ringing.run();

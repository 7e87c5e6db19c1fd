import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import type { AnyFrame, Frames } from '../../support/frames.js';
import { createTestClock, type TestClock } from '../../support/test-clock.js';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

interface Context {
  test: TestApp;
  clock: TestClock;
  widgetId: string;
}
const transfers = suite<Context>('transfers');
transfers.before.each(async (context) => {
  context.clock = createTestClock(Date.now());
  context.test = await openTestApp({}, { clock: context.clock });
  context.widgetId = await context.test.createWidget();
  await context.test.rest('PUT', '/api/queues/billing', { name: 'Billing' });
});
transfers.after.each(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const message = (content: string) => ({
  ...{ type: 'message', clientToken: token(), contentType: 'text/plain', content },
});
async function agentAtWork(test: TestApp, username: string, change: object = {}) {
  const { agentId, cookie } = await test.createAgent(username, change);
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('welcome');
  return { frames, agentId, cookie };
}
/** Ada with a chat in which Cleo wrote; nobody else is there yet. */
async function served({ test, widgetId }: Context, start: object = {}) {
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: token(), displayName: 'Cleo', ...start });
  const { contactId, participantToken } = await customer.next('started');
  customer.say(message('Where is my refund?'));
  await customer.next('ack');
  const ada = await agentAtWork(test, 'ada');
  await ada.frames.next('offer');
  ada.frames.say({ type: 'accept', contactId });
  await ada.frames.next('contact');
  return { customer, ada, contactId: String(contactId), participantToken: String(participantToken) };
}
const said = async (frames: Frames, content: string): Promise<AnyFrame> => {
  for (;;) {
    const frame = await frames.next('item');
    if (frame.item.content === content) return frame;
  }
};
/** Everything that arrives up to a message, this one included. */
async function heardUntil(frames: Frames, content: string): Promise<AnyFrame[]> {
  const heard: AnyFrame[] = [];
  do heard.push(await frames.next('item', 'receipt', 'typing', 'queue', 'ack', 'error'));
  while (heard.at(-1)!.item?.content !== content);
  return heard;
}
const transcriptFor = (test: TestApp, contactId: string, cookie: string) =>
  test.inject({ url: `/api/contacts/${contactId}/transcript`, headers: { cookie } });

transfers('to a queue: its agents get the note, and the visitor reads one line', async (context) => {
  const { test } = context;
  const { customer, ada, contactId } = await served(context);
  const bea = await agentAtWork(test, 'bea', { queues: ['billing'] });
  ada.frames.say({ type: 'transfer', contactId, to: { queueId: 'billing' }, note: 'Paid twice' });
  assert.equal(await ada.frames.next('contact-left'), { type: 'contact-left', contactId, wasAway: false });
  const offer = await bea.frames.next('offer');
  assert.equal(
    [offer.contact.contactId, offer.latestMessage, offer.transfer],
    [contactId, 'Where is my refund?', { by: 'ada', note: 'Paid twice', isDirect: false }],
  );
  await said(customer, defaultTexts.en.transferred);
  bea.frames.say({ type: 'accept', contactId });
  await bea.frames.next('contact');
  const note = await said(bea.frames, 'Paid twice');
  assert.equal([note.item.type, note.item.transferredTo], ['NOTE', 'Billing']);
  bea.frames.say({ ...message('I can see both payments.'), contactId });
  await said(customer, 'I can see both payments.');
  const others = customer.unread().filter(({ item }) => item?.contentType === contentTypes.left);
  assert.equal(others, [], 'no second line says that the first agent left');
});

transfers('to an agent: who reads the transcript before accepting', async (context) => {
  const { test } = context;
  const { ada, contactId } = await served(context);
  const bea = await agentAtWork(test, 'bea', { queues: [] });
  const before = await transcriptFor(test, contactId, bea.cookie);
  assert.is(before.json().code, 'CONTACT_NOT_FOUND');
  ada.frames.say({ type: 'transfer', contactId, to: { agentId: bea.agentId }, note: 'Please take over' });
  const offer = await bea.frames.next('offer');
  assert.is(offer.transfer.isDirect, true);
  const { items } = (await transcriptFor(test, contactId, bea.cookie)).json();
  const texts = items.map(({ content }: { content: string }) => content);
  assert.ok(texts.includes('Where is my refund?') && texts.includes('Please take over'));
});

transfers('to an agent who declines returns to the queue, where somebody else gets it', async (context) => {
  const { test } = context;
  const { ada, contactId } = await served(context);
  const bea = await agentAtWork(test, 'bea', { queues: [] });
  ada.frames.say({ type: 'transfer', contactId, to: { agentId: bea.agentId } });
  await bea.frames.next('offer');
  const eve = await agentAtWork(test, 'eve');
  bea.frames.say({ type: 'decline', contactId });
  const offer = await eve.frames.next('offer');
  assert.equal([offer.contact.contactId, offer.transfer.isDirect], [contactId, false]);
});

transfers('to an agent who misses it comes back to the first agent after a pause', async (context) => {
  const { test, clock } = context;
  const { customer, ada, contactId } = await served(context);
  const bea = await agentAtWork(test, 'bea', { queues: [] });
  ada.frames.say({ type: 'transfer', contactId, to: { agentId: bea.agentId } });
  await bea.frames.next('offer');
  for (let left = limits.ring + limits.declined; left > 0; left -= 10_000) {
    clock.pass(10_000);
    for (const frames of [customer, ada.frames, bea.frames]) {
      frames.say({ type: 'ping' });
      await frames.next('pong');
    }
  }
  assert.is((await bea.frames.next('offer-closed')).reason, 'MISSED');
  assert.is((await ada.frames.next('offer')).contact.contactId, contactId);
});

transfers('that go nowhere are refused, and the chat stays', async (context) => {
  const { test } = context;
  const { customer, ada, contactId } = await served(context);
  const busy = await agentAtWork(test, 'bea');
  busy.frames.say({ type: 'status', status: 'OFFLINE' });
  await busy.frames.next('status');
  for (const to of [{ queueId: 'nowhere' }, { agentId: busy.agentId }, { agentId: ada.agentId }]) {
    ada.frames.say({ type: 'transfer', contactId, to });
    const { code, contactId: about } = await ada.frames.next('error');
    assert.equal([code, about], ['TRANSFER_TARGET_UNAVAILABLE', contactId]);
  }
  customer.say(message('Still there?'));
  await said(ada.frames, 'Still there?');
});

transfers('the list of targets has queues, and other agents who can take a chat', async ({ test }) => {
  const ada = await agentAtWork(test, 'ada');
  const bea = await agentAtWork(test, 'bea');
  const eve = await agentAtWork(test, 'eve');
  eve.frames.say({ type: 'status', status: 'OFFLINE' });
  await eve.frames.next('status');
  const { cookie } = ada;
  const { queues, agents } = (
    await test.inject({ url: '/api/transfer-targets', headers: { cookie } })
  ).json();
  assert.equal(agents, [{ agentId: bea.agentId, displayName: 'bea' }]);
  assert.equal(queues, [
    { queueId: 'billing', name: 'Billing', agentsAvailable: 0, waiting: 0 },
    { queueId: 'default', name: 'Default queue', agentsAvailable: 2, waiting: 0 },
  ]);
});
transfers.run();

const notes = suite<Context>('private notes');
notes.before.each(async (context) => {
  context.clock = createTestClock(Date.now());
  context.test = await openTestApp({}, { clock: context.clock });
  context.widgetId = await context.test.createWidget();
});
notes.after.each(({ test }) => test.close());

notes('are acknowledged, reach other consoles, and are stored once', async (context) => {
  const { test } = context;
  const { ada, contactId } = await served(context);
  const second = await test.agent(ada.cookie);
  second.say({ type: 'hello', after: {} });
  await second.next('contact');
  const note = { type: 'note', contactId, clientToken: 'n1', content: 'Gold customer' };
  ada.frames.say(note);
  const { seq } = await ada.frames.next('ack');
  ada.frames.say(note);
  assert.is((await ada.frames.next('ack')).seq, seq);
  const { item, clientToken } = await said(second, 'Gold customer');
  assert.equal(
    [item.type, item.contentType, item.displayName, clientToken],
    ['NOTE', 'text/plain', 'ada', 'n1'],
  );
});

notes('never reach the visitor: not live, not on a resumed socket, not by REST', async (context) => {
  const { test, widgetId } = context;
  const { customer, ada, contactId, participantToken } = await served(context);
  const secret = 'Refund refused before';
  ada.frames.say({ type: 'note', contactId, clientToken: 'n1', content: secret });
  await ada.frames.next('ack');
  ada.frames.say({ ...message('Let me see.'), contactId });
  const live = await heardUntil(customer, 'Let me see.');
  const again = await test.customer(widgetId);
  again.say({ type: 'resume', participantToken, after: 0 });
  await again.next('resumed');
  ada.frames.say({ ...message('Thank you for waiting.'), contactId });
  const replayed = await heardUntil(again, 'Thank you for waiting.');
  assert.ok(replayed.some(({ item }) => item?.content === 'Let me see.'));
  assert.not.match(JSON.stringify([...live, ...replayed]), new RegExp(secret));
  const asCustomer = { authorization: `Bearer ${participantToken}`, origin: publicUrl };
  const answer = await test.inject({ url: `/api/contacts/${contactId}/transcript`, headers: asCustomer });
  assert.is(answer.statusCode, 401);
  assert.not.match(answer.body, new RegExp(secret));
});

notes('can’t be written by a visitor', async (context) => {
  const { customer } = await served(context);
  customer.say({ type: 'note', clientToken: 'n1', content: 'Hello' });
  assert.is((await customer.next('error')).code, 'FRAME_TYPE_UNKNOWN');
  customer.say({ type: 'transfer', to: { queueId: 'default' } });
  assert.is((await customer.next('error')).code, 'FRAME_TYPE_UNKNOWN');
});

notes('are in the transcript of staff, as JSON and as text', async (context) => {
  const { test } = context;
  const { ada, contactId } = await served(context);
  ada.frames.say({ type: 'note', contactId, clientToken: 'n1', content: 'Gold\ncustomer' });
  await ada.frames.next('ack');
  const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json();
  assert.is(items.at(-1).type, 'NOTE');
  const { body } = await test.rest('GET', `/api/contacts/${contactId}/transcript?format=text`);
  assert.match(body, 'ada (private note): Gold\n    customer\n');
  const stranger = await test.createAgent('zoe');
  assert.is((await transcriptFor(test, contactId, stranger.cookie)).statusCode, 404);
});
notes.run();

import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeCodes } from '../../../shared/protocol/codes.js';
import { contentTypes } from '../../../shared/content-types.js';
import type { Frames } from '../../support/frames.js';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

const sockets = suite<{ test: TestApp; widgetId: string }>('agent socket');
sockets.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
sockets.after.each(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const message = (content: string) => ({
  type: 'message',
  clientToken: token(),
  contentType: 'text/plain',
  content,
});

async function startChat(test: TestApp, widgetId: string, change: object = {}) {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: token(), displayName: 'Cleo', ...change });
  const { contactId, participantId } = await frames.next('started');
  return { frames, contactId: String(contactId), participantId: String(participantId) };
}
async function agentAtWork(test: TestApp, username: string, change: object = {}) {
  const { agentId, cookie } = await test.createAgent(username, change);
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('welcome');
  return { frames, agentId, cookie };
}
const nextOf = async (frames: Frames, contentType: string) => {
  for (;;) {
    const { item } = await frames.next('item');
    if (item.contentType === contentType) return item;
  }
};

sockets('welcomes the agent, and offers a waiting contact with its details', async ({ test, widgetId }) => {
  const page = { url: 'https://shop.example/bread', title: 'Bread', referrer: '' };
  const { contactId } = await startChat(test, widgetId, { attributes: { plan: 'gold' }, page });
  const { frames } = await agentAtWork(test, 'ada');
  const { contact, ringMilliseconds } = await frames.next('offer');
  assert.is(contact.contactId, contactId);
  assert.is(contact.customer.displayName, 'Cleo');
  assert.equal(contact.attributes, { verified: {}, unverified: { plan: 'gold' } });
  assert.equal(contact.page, page);
  assert.ok(ringMilliseconds > 15_000 && ringMilliseconds <= 20_000);
});

sockets("sends the labels of the widget's pre-chat questions", async ({ test }) => {
  const preChat = [
    { name: 'topic', label: 'What is it about?', type: 'select', options: ['Order'] },
    { name: 'consent', label: 'I agree', type: 'checkbox', required: true },
  ];
  const widgetId = await test.createWidget({ preChat });
  const { contactId } = await startChat(test, widgetId, { attributes: { topic: 'Order', consent: 'true' } });
  const { frames } = await agentAtWork(test, 'ada');
  const { contact } = await frames.next('offer');
  const questions = [
    { name: 'topic', label: 'What is it about?', type: 'select' },
    { name: 'consent', label: 'I agree', type: 'checkbox' },
  ];
  assert.equal(contact.questions, questions);
  frames.say({ type: 'accept', contactId });
  assert.equal((await frames.next('contact')).contact.questions, questions);
});

sockets("carries an agent's interactive message and the customer's answer", async ({ test, widgetId }) => {
  const { frames: customer, contactId } = await startChat(test, widgetId);
  const { frames: agent } = await agentAtWork(test, 'ada');
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  const picker = { templateType: 'QuickReply', version: '1.0', data: { content: { title: 'How was it?' } } };
  const ask = (content: string) =>
    agent.say({ ...message(content), contactId, contentType: contentTypes.interactive });
  ask('not JSON');
  assert.equal((await agent.next('error')).code, 'CONTENT_INVALID');
  ask(JSON.stringify(picker));
  const asked = await nextOf(customer, contentTypes.interactive);
  assert.equal(JSON.parse(asked.content), picker);
  const answer = JSON.stringify({ templateIdentifier: '1', listTitle: 'Fruit', selectionText: 'Apple' });
  customer.say({ ...message(answer), contentType: contentTypes.interactiveResponse });
  assert.is((await nextOf(agent, contentTypes.interactiveResponse)).content, answer);
});

sockets("sends nothing that the page doesn't support", async ({ test, widgetId }) => {
  const { contactId } = await startChat(test, widgetId, { supportedMessagingContentTypes: ['text/plain'] });
  const { frames: agent } = await agentAtWork(test, 'ada');
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  for (const contentType of [contentTypes.markdown, contentTypes.interactive]) {
    agent.say({ ...message('{}'), contactId, contentType });
    assert.equal((await agent.next('error')).code, 'CONTENT_TYPE_UNSUPPORTED');
  }
});

sockets('tells a returning console how its chats ended meanwhile', async ({ test, widgetId }) => {
  const { frames: customer, contactId } = await startChat(test, widgetId);
  const { frames: agent, cookie } = await agentAtWork(test, 'ada');
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  const { lastSeq } = await agent.next('contact');
  agent.close();
  customer.say(message('thank you, goodbye'));
  await customer.next('ack');
  customer.say({ type: 'end' });
  await nextOf(customer, contentTypes.ended);
  const again = await test.agent(cookie);
  again.say({ type: 'hello', after: { [contactId]: lastSeq, 'no-such-contact': 3 } });
  assert.equal((await again.next('welcome')).contactIds, []);
  assert.is((await again.next('contact')).after, lastSeq);
  assert.is((await nextOf(again, 'text/plain')).content, 'thank you, goodbye');
  await nextOf(again, contentTypes.ended);
  const stranger = await agentAtWork(test, 'grace');
  const other = await test.agent(stranger.cookie);
  other.say({ type: 'hello', after: { [contactId]: 0 } });
  await other.next('welcome');
  other.say({ ...message('let me in'), contactId });
  assert.is((await other.next('error')).code, 'CONTACT_NOT_FOUND');
});

sockets('chats in both directions, with typing and receipts', async ({ test, widgetId }) => {
  const { frames: customer, contactId, participantId } = await startChat(test, widgetId);
  const { frames: agent } = await agentAtWork(test, 'ada');
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  assert.is((await agent.next('offer-closed')).reason, 'ACCEPTED');
  assert.is((await agent.next('contact')).contact.contactId, contactId);
  assert.is((await nextOf(customer, contentTypes.joined)).displayName, 'Cleo');
  assert.is((await nextOf(customer, contentTypes.joined)).displayName, 'ada');

  customer.say(message('is there bread?'));
  const { seq } = await customer.next('ack');
  let heard;
  do heard = await nextOf(agent, 'text/plain');
  while (heard.seq !== seq);
  assert.equal([heard.content, heard.participantId], ['is there bread?', participantId]);

  agent.say({ type: 'typing', contactId });
  assert.is((await customer.next('typing')).displayName, 'ada');
  agent.say({ type: 'read', contactId, seq });
  assert.is((await customer.next('receipt')).read, seq);

  agent.say({ ...message('plenty'), contactId });
  assert.is((await agent.next('ack')).contactId, contactId);
  let answer;
  do answer = await nextOf(customer, 'text/plain');
  while (answer.participantRole !== 'AGENT');
  assert.is(answer.content, 'plenty');

  agent.say({ type: 'end', contactId });
  await nextOf(customer, contentTypes.ended);
  await nextOf(agent, contentTypes.ended);
});

sockets('offers a declined contact to the next agent', async ({ test, widgetId }) => {
  const ada = await agentAtWork(test, 'ada');
  const { contactId } = await startChat(test, widgetId);
  await ada.frames.next('offer');
  const bob = await agentAtWork(test, 'bob');
  ada.frames.say({ type: 'decline', contactId });
  assert.is((await ada.frames.next('offer-closed')).reason, 'DECLINED');
  assert.is((await bob.frames.next('offer')).contact.contactId, contactId);
});

sockets('passes a ringing contact on when its agent goes offline', async ({ test, widgetId }) => {
  const ada = await agentAtWork(test, 'ada');
  const { contactId } = await startChat(test, widgetId);
  await ada.frames.next('offer');
  const bob = await agentAtWork(test, 'bob');
  ada.frames.say({ type: 'status', status: 'OFFLINE' });
  assert.is((await ada.frames.next('status')).status, 'OFFLINE');
  assert.is((await ada.frames.next('offer-closed')).reason, 'WITHDRAWN');
  assert.is((await bob.frames.next('offer')).contact.contactId, contactId);
});

sockets('offers a contact to one agent, who alone may accept it', async ({ test, widgetId }) => {
  const ada = await agentAtWork(test, 'ada');
  const { contactId } = await startChat(test, widgetId);
  await ada.frames.next('offer');
  const bob = await agentAtWork(test, 'bob');
  bob.frames.say({ type: 'accept', contactId });
  assert.equal((await bob.frames.next('error')).code, 'OFFER_GONE');
  bob.frames.say({ ...message('let me in'), contactId });
  assert.equal((await bob.frames.next('error')).code, 'CONTACT_NOT_FOUND');
});

sockets('gives no agent more chats than they may have', async ({ test, widgetId }) => {
  const { frames } = await agentAtWork(test, 'ada', { maxChats: 1 });
  const first = await startChat(test, widgetId);
  await frames.next('offer');
  frames.say({ type: 'accept', contactId: first.contactId });
  await frames.next('contact');
  const second = await startChat(test, widgetId);
  await nextOf(second.frames, 'text/plain');
  assert.not(frames.unread().some(({ type }) => type === 'offer'));
  frames.say({ type: 'end', contactId: first.contactId });
  assert.is((await frames.next('offer')).contact.contactId, second.contactId);
});

sockets('resumes each chat after the number that a returning console has', async ({ test, widgetId }) => {
  const { frames: customer, contactId } = await startChat(test, widgetId);
  const { frames, cookie } = await agentAtWork(test, 'ada');
  await frames.next('offer');
  frames.say({ type: 'accept', contactId });
  const { lastSeq } = await frames.next('contact');
  frames.close();
  customer.say(message('still there?'));
  const { seq } = await customer.next('ack');

  const again = await test.agent(cookie);
  again.say({ type: 'hello', after: { [contactId]: lastSeq } });
  const { status, contactIds } = await again.next('welcome');
  assert.equal([status, contactIds], ['AVAILABLE', [contactId]]);
  const { item } = await again.next('item');
  assert.equal([item.seq, item.content], [seq, 'still there?']);
});

sockets("closes a session's sockets at once when it ends", async ({ test }) => {
  const { frames, cookie } = await agentAtWork(test, 'ada');
  await test.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
  assert.is((await frames.closed).code, closeCodes.SESSION_ENDED);
});

sockets(
  'refuses clients without a session, from another website, or with a bearer token',
  async ({ test }) => {
    const { cookie } = await test.createAgent('ada');
    for (const headers of [
      { origin: publicUrl },
      { origin: publicUrl, cookie: 'connect-chat=nonsense' },
      { cookie },
      { origin: 'https://evil.example', cookie },
      { origin: 'null', cookie },
    ]) {
      await test.app.injectWS('/agent/socket', { headers }).then(
        () => assert.unreachable(JSON.stringify(headers)),
        (error: Error) => assert.match(error.message, /40[13]/),
      );
    }
  },
);
sockets('sends the ratings of the last twenty ended chats, and closes older ones', async ({ test }) => {
  const widgetId = await test.createWidget({ survey: { kind: 'STARS' } });
  const { frames } = await agentAtWork(test, 'ada');
  const tokens: string[] = [];
  for (let chat = 0; chat <= 20; chat += 1) {
    const customer = await test.customer(widgetId);
    customer.say({ type: 'start', clientToken: token() });
    const { contactId, participantToken } = await customer.next('started');
    await frames.next('offer');
    frames.say({ type: 'accept', contactId });
    await frames.next('contact');
    customer.say({ type: 'end' });
    await nextOf(frames, contentTypes.ended);
    tokens.push(String(participantToken));
  }
  const rate = (participantToken: string, rating: number) =>
    test.inject({
      method: 'POST',
      url: `/widgets/${widgetId}/survey`,
      headers: { origin: publicUrl, authorization: `Bearer ${participantToken}` },
      payload: { clientToken: token(), rating },
    });
  assert.is((await rate(tokens[0]!, 1)).statusCode, 200);
  assert.is((await rate(tokens[1]!, 2)).statusCode, 200);
  assert.is((await frames.next('survey')).survey.rating, 2);
});

sockets.run();

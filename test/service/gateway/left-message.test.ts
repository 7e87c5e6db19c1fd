import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { hearEnd } from '../../support/hear-end.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const leaving = suite<{ test: TestApp; widgetId: string }>('an offline message');
leaving.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget({
    away: { whenClosed: 'LEAVE_MESSAGE' },
    preChat: [{ name: 'topic', label: 'Topic', required: true }],
  });
});
leaving.after.each(({ test }) => test.close());

const start = (change: object = {}) => ({
  type: 'start',
  clientToken: 'left'.padEnd(32, '.'),
  attributes: { displayName: 'Cleo', email: 'cleo@example.com' },
  leftMessage: 'Please call me back.',
  ...change,
});
async function refusalOf(test: TestApp, widgetId: string, change: object): Promise<unknown[]> {
  const frames = await test.customer(widgetId);
  frames.say(start(change));
  const { code, pointer } = await frames.next('error');
  return [code, pointer];
}

leaving('waits for an agent, who sees what it is and answers it', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  frames.say(start());
  const { contactId, displayName } = await frames.next('started');
  assert.is(displayName, 'Cleo');
  const joined = (await frames.next('item')) as { item?: { contentType: string } };
  assert.match(joined.item!.contentType, 'participant.joined');
  const said = (await frames.next('item')) as { item?: { content: string; participantRole: string } };
  assert.equal([said.item!.content, said.item!.participantRole], ['Please call me back.', 'CUSTOMER']);
  const contact = (await test.rest('GET', `/api/contacts/${String(contactId)}`)).json();
  assert.equal([contact.state, contact.queueId, contact.leftMessage], ['ACTIVE', 'default', true]);
  frames.close();

  const { cookie } = await test.createAgent('ada', { queues: ['default'] });
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  const offer = (await agent.next('offer')) as {
    contact?: { leftMessage: boolean; attributes: { unverified: { email: string } } };
    firstMessage?: string;
  };
  assert.is(offer.firstMessage, 'Please call me back.');
  assert.is(offer.contact!.leftMessage, true);
  assert.is(offer.contact!.attributes.unverified.email, 'cleo@example.com');
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  agent.say({ type: 'message', contactId, clientToken: 'a1', contentType: 'text/plain', content: 'Gladly' });
  await agent.next('ack');
  agent.say({ type: 'end', contactId });
  await hearEnd(agent);
});

leaving('requires an address for the answer', async ({ test, widgetId }) => {
  const about = (attributes: object) => refusalOf(test, widgetId, { attributes });
  assert.equal(await about({}), ['ANSWER_INVALID', '/attributes/email']);
  assert.equal(await about({ email: 'nobody' }), ['ANSWER_INVALID', '/attributes/email']);
});

leaving('must have a text of the length of a message', async ({ test, widgetId }) => {
  assert.equal(await refusalOf(test, widgetId, { leftMessage: '' }), ['MESSAGE_EMPTY', '/leftMessage']);
  assert.equal(await refusalOf(test, widgetId, { leftMessage: 'x'.repeat(1025) }), [
    'MESSAGE_TOO_LONG',
    '/leftMessage',
  ]);
});

leaving("is refused if the widget doesn't take any", async ({ test }) => {
  const chatting = await test.createWidget();
  assert.equal(await refusalOf(test, chatting, {}), ['ANSWER_INVALID', '/leftMessage']);
});

leaving.run();

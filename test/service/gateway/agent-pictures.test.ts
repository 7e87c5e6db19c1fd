import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import type { Frames } from '../../support/frames.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const pictures = suite<{ test: TestApp }>('pictures of agents');
pictures.before.each(async (context) => {
  context.test = await openTestApp();
});
pictures.after.each(({ test }) => test.close());

const pictureUrl = 'https://shop.example/ada.png';

/** A chat that an agent has accepted: the frames that its customer's socket receives when the agent joins. */
async function join(test: TestApp, account: object) {
  const widgetId = await test.createWidget();
  const customer = await test.customer(widgetId);
  customer.say({ type: 'start', clientToken: randomBytes(24).toString('base64url') });
  const { contactId, participantToken } = await customer.next('started');
  const { agentId, cookie } = await test.createAgent('ada', account);
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  const joined = await itemOf(customer, contentTypes.joined);
  return { widgetId, contactId, participantToken, customer, agent, agentId, joined };
}
async function itemOf(frames: Frames, contentType: string) {
  for (;;) {
    const frame = await frames.next('item');
    if (frame.item.participantRole === 'AGENT' && frame.item.contentType === contentType) return frame;
  }
}

pictures('come with the item by which the agent joins, and with no other', async ({ test }) => {
  const { customer, agent, contactId, joined } = await join(test, { pictureUrl });
  assert.is(joined.pictureUrl, pictureUrl);
  assert.not.ok('pictureUrl' in joined.item);
  agent.say({ type: 'message', contactId, clientToken: 'a1', contentType: 'text/plain', content: 'Hello' });
  assert.is((await itemOf(customer, contentTypes.plain)).pictureUrl, undefined);
});
pictures('come again in a replay, as they were then', async ({ test }) => {
  const { widgetId, participantToken, agentId } = await join(test, { pictureUrl });
  await test.rest('PATCH', `/api/agents/${agentId}`, { pictureUrl: '' });
  const again = await test.customer(widgetId);
  again.say({ type: 'resume', participantToken, after: 0 });
  assert.is((await itemOf(again, contentTypes.joined)).pictureUrl, pictureUrl);
});
pictures('are absent for agents without one', async ({ test }) => {
  const { joined } = await join(test, {});
  assert.not.ok('pictureUrl' in joined);
});
pictures('are in no transcript', async ({ test }) => {
  const { contactId } = await join(test, { pictureUrl });
  const { body } = await test.rest('GET', `/api/contacts/${contactId}/transcript`);
  assert.not.match(body, 'ada.png');
});
pictures.run();

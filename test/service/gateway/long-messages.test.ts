import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import type { Frames } from '../../support/frames.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const sockets = suite<{ test: TestApp }>('long messages');
sockets.before.each(async (context) => {
  context.test = await openTestApp();
});
sockets.after.each(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const most = limits.longMessageBytes;
const message = (content: string, more: object = {}) => ({
  type: 'message',
  clientToken: token(),
  contentType: 'text/plain',
  content,
  ...more,
});
async function start(test: TestApp, widgetId: string) {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: token() });
  return { frames, started: await frames.next('started') };
}
const resume = async (test: TestApp, widgetId: string, participantToken: string) => {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'resume', participantToken, after: 0 });
  return { frames, resumed: await frames.next('resumed') };
};
const refusal = async (frames: Frames, said: object) => {
  frames.say(said);
  const { code, pointer, message } = await frames.next('error');
  return [code, pointer, message];
};

sockets("are refused if the widget doesn't allow them, with the member and its limit", async ({ test }) => {
  const { frames, started } = await start(test, await test.createWidget());
  assert.is(started.longMessages, undefined);
  assert.equal(await refusal(frames, message('x'.repeat(limits.messageCharacters + 1))), [
    'MESSAGE_TOO_LONG',
    '/content',
    'A message may have 1,024 characters.',
  ]);
});
sockets('are sent in both directions if the widget allows them, up to their limit', async ({ test }) => {
  const widgetId = await test.createWidget({ features: { longMessages: true } });
  const { frames, started } = await start(test, widgetId);
  assert.is(started.longMessages, true);
  // The longest that it can be as JSON.
  frames.say(message('\u0001'.repeat(most)));
  await frames.next('ack');
  assert.equal(await refusal(frames, message(`${'é'.repeat(most / 2)}x`)), [
    'MESSAGE_TOO_LONG',
    '/content',
    'A message of this chat may have 16,384 bytes (UTF-8).',
  ]);

  const { cookie } = await test.createAgent('ada');
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  const { contact, firstMessage } = await agent.next('offer');
  assert.is(contact.longMessages, true);
  assert.is(firstMessage!.length, limits.messageCharacters);
  const { contactId } = contact;
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  agent.say(message('x'.repeat(most), { contactId }));
  await agent.next('ack');
  agent.say(message('x'.repeat(most + 1), { contactId }));
  assert.is((await agent.next('error')).code, 'MESSAGE_TOO_LONG');
});
sockets(
  'stay allowed or forbidden for a whole chat, because its log stores the setting',
  async ({ test }) => {
    for (const longMessages of [true, false]) {
      const widgetId = await test.createWidget({ features: { longMessages } });
      const { started } = await start(test, widgetId);
      await test.rest('PATCH', `/api/widgets/${widgetId}`, { features: { longMessages: !longMessages } });
      const { frames, resumed } = await resume(test, widgetId, started.participantToken);
      assert.is(resumed.longMessages, longMessages || undefined);
      frames.say(message('x'.repeat(most)));
      if (longMessages) await frames.next('ack');
      else assert.is((await frames.next('error')).code, 'MESSAGE_TOO_LONG');
    }
  },
);
sockets.run();

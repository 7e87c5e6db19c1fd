import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const versions = suite<{ test: TestApp; widgetId: string }>('the version of the protocol');
versions.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
versions.after(({ test }) => test.close());

const token = (): string => randomBytes(24).toString('base64url');
const unknown = [0, 2, 1.5, -1];

versions(
  'of a start is 1, named or not; any other is refused, and the socket may start again',
  async (context) => {
    const { test, widgetId } = context;
    const frames = await test.customer(widgetId);
    for (const version of unknown) {
      frames.say({ type: 'start', version, clientToken: token() });
      const { code, pointer } = await frames.next('error');
      assert.equal([code, pointer], ['PROTOCOL_VERSION_UNKNOWN', '/version']);
    }
    frames.say({ type: 'start', version: 1, clientToken: token() });
    await frames.next('started');
  },
);
versions("of a resume is checked before its token, so that the client doesn't forget it", async (context) => {
  const { test, widgetId } = context;
  const first = await test.customer(widgetId);
  first.say({ type: 'start', clientToken: token() });
  const { participantToken } = await first.next('started');
  const frames = await test.customer(widgetId);
  frames.say({ type: 'resume', version: 2, participantToken: 'none', after: 0 });
  assert.is((await frames.next('error')).code, 'PROTOCOL_VERSION_UNKNOWN');
  frames.say({ type: 'resume', version: 1, participantToken, after: 0 });
  await frames.next('resumed');
});
versions('of a hello is checked before the agent counts as present', async ({ test }) => {
  const { agentId, cookie } = await test.createAgent('ada');
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', version: 2, after: {}, status: 'AVAILABLE' });
  assert.is((await frames.next('error')).code, 'PROTOCOL_VERSION_UNKNOWN');
  assert.is(test.core.presence.get(agentId), undefined);
  frames.say({ type: 'hello', version: 1, after: {}, status: 'AVAILABLE' });
  assert.is((await frames.next('welcome')).status, 'AVAILABLE');
});
versions('must be a number', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', version: '1', clientToken: token() });
  assert.is((await frames.next('error')).code, 'FRAME_INVALID');
});
versions.run();

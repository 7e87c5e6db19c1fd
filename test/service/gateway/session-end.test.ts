import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeCodes } from '../../../shared/protocol/codes.js';
import { openTestApp } from '../../support/test-app.js';
import { createTestClock } from '../../support/test-clock.js';

const hour = 3_600_000;

const ends = suite('the end of a session');
ends("closes the agent's socket when the session expires", async () => {
  const clock = createTestClock();
  const test = await openTestApp({}, { clock });
  const { cookie } = await test.createAgent('ada');
  const socket = await test.agent(cookie);
  socket.say({ type: 'hello', after: {} });
  await socket.next('welcome');
  let isClosed = false;
  void socket.closed.then(() => (isClosed = true));
  // Half a day during which the console answers pings.
  for (let passed = 0; passed < 12 * hour - 10_000; passed += 10_000) {
    clock.pass(10_000);
    socket.say({ type: 'ping' });
    await socket.next('pong');
  }
  assert.not(isClosed);
  clock.pass(10_000);
  assert.is((await socket.closed).code, closeCodes.SESSION_ENDED);
  await test.close();
});
ends('closes the socket of the session that an eleventh one ends', async () => {
  const test = await openTestApp();
  const { cookie } = await test.createAgent('ada');
  const signIn = async () => {
    const payload = { username: 'ada', password: 'correct horse battery' };
    const { headers } = await test.inject({ method: 'POST', url: '/api/session', payload });
    return String(headers['set-cookie']).split(';')[0]!;
  };
  const [first, second] = [await test.agent(cookie), await test.agent(await signIn())];
  for (let count = 0; count < 9; count += 1) await signIn();
  assert.is((await first.closed).code, closeCodes.SESSION_ENDED);
  second.say({ type: 'hello', after: {} });
  await second.next('welcome');
  await test.close();
});
ends.run();

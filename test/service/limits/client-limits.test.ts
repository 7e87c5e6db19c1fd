import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalAllowances } from '../../../service/backend/memory/allowance.js';
import { createClientLimits } from '../../../service/limits/client-limits.js';
import { defaultLimits, type ClientLimitSettings } from '../../../service/limits/limit-settings.js';
import { limits } from '../../../shared/limits.js';
import { createTestClock } from '../../support/test-clock.js';
import { rejectionOf } from '../../support/rejection.js';

const MiB = 1024 * 1024;
function open(settings: Partial<ClientLimitSettings> = {}) {
  const clock = createTestClock();
  const client = createClientLimits({
    settings: { ...defaultLimits, ...settings },
    openAllowance: createLocalAllowances({ clock }),
    clock,
  });
  return { client, clock, pass: (milliseconds: number) => clock.pass(milliseconds) };
}
const from = (address: string, widgetId = 'w1') => ({ address, widgetId });

const starts = suite('starts of chats');
starts('are limited by address, without affecting other addresses', async () => {
  const { client, pass } = open({ startsPerAddress: 2 });
  for (let count = 0; count < 2; count += 1) (await client.start(from('a'))).release();
  const error = await rejectionOf(client.start(from('a')));
  assert.equal([error.code, error.retryAfter], ['TOO_MANY_CHATS', 30]);
  (await client.start(from('b'))).release();
  pass(30_000);
  (await client.start(from('a'))).release();
});
starts('are limited by widget, for all addresses together', async () => {
  const { client } = open({ startsPerWidget: 1 });
  (await client.start(from('a'))).release();
  assert.is((await rejectionOf(client.start(from('b')))).code, 'TOO_MANY_CHATS');
  (await client.start(from('b', 'w2'))).release();
});
starts.run();

const uploads = suite('uploads');
uploads('are limited in bytes, by participant and by address', async () => {
  const { client, pass } = open({ uploadMiBPerParticipant: 20, uploadMiBPerAddress: 30 });
  await client.upload({ address: 'a', participantId: 'c1' }, 20 * MiB);
  const own = await rejectionOf(client.upload({ address: 'a', participantId: 'c1' }, 1));
  assert.equal([own.code, own.retryAfter! > 0], ['TOO_MANY_BYTES', true]);
  await client.upload({ address: 'a', participantId: 'c2' }, 10 * MiB);
  assert.is(
    (await rejectionOf(client.upload({ address: 'a', participantId: 'c3' }, MiB))).code,
    'TOO_MANY_BYTES',
  );
  await client.upload({ address: 'b', participantId: 'c4' }, 20 * MiB);
  pass(limits.uploadPeriodMinutes * 60_000);
  await client.upload({ address: 'a', participantId: 'c1' }, 20 * MiB);
});
uploads.run();

const tokens = suite('refused tokens');
tokens('are answered late beyond a hundred in a minute, for that address and widget only', async () => {
  const { client, clock, pass } = open();
  for (let count = 0; count < limits.refusedTokensPerAddress; count += 1) await client.refuseToken(from('a'));
  assert.is(clock.pending, 0);
  let isAnswered = false;
  const slow = client.refuseToken(from('a')).then(() => void (isAnswered = true));
  await client.refuseToken(from('b'));
  await client.refuseToken(from('a', 'w2'));
  assert.is(clock.pending, 1);
  pass(limits.refusedTokenDelay - 1);
  await Promise.resolve();
  assert.not(isAnswered);
  pass(1);
  await slow;
});
tokens.run();

const sockets = suite('excess sockets');
sockets('are closed with a reason up to a number per minute, then refused at once', async () => {
  const { client } = open();
  for (let count = 0; count < 60; count += 1) await client.turnAway('a');
  const error = await rejectionOf(client.turnAway('a'));
  assert.equal([error.code, error.retryAfter! > 0], ['TOO_MANY_CONNECTIONS', true]);
});
sockets.run();

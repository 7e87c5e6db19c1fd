import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalThrottle } from '../../../../service/backend/memory/throttle.js';
import { createSharedTime } from '../../../support/shared-time.js';
import { createTestClock } from '../../../support/test-clock.js';
import { throttleContract } from '../throttle-contract.js';

throttleContract('memory', async () => {
  const { clock, pass } = createSharedTime();
  const throttle = createLocalThrottle({ clock });
  return { processes: [throttle, throttle], pass, close: () => Promise.resolve() };
});

const open = () => {
  const clock = createTestClock();
  const throttle = createLocalThrottle({ clock });
  const attempt = async (key: string) => (await throttle.attempt([{ kind: 'name', key, free: 3 }])).wait;
  return { clock, attempt };
};
const local = suite('createLocalThrottle');
local('is independent of the wall clock', async () => {
  const { clock, attempt } = open();
  for (let time = 0; time < 4; time += 1) await attempt('ada');
  clock.jump(-3_600_000);
  clock.pass(400);
  clock.jump(86_400_000);
  assert.is(await attempt('ada'), 600);
});
local('bounds its memory', async () => {
  const { attempt } = open();
  for (let time = 0; time < 4; time += 1) await attempt('first');
  assert.ok((await attempt('first')) > 0);
  for (let other = 0; other < 10_000; other += 1) await attempt(`other ${other}`);
  assert.is(await attempt('first'), 0);
});
local.run();

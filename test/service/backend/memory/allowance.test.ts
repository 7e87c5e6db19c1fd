import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalAllowances } from '../../../../service/backend/memory/allowance.js';
import { createSharedTime } from '../../../support/shared-time.js';
import { createTestClock } from '../../../support/test-clock.js';
import { allowanceContract } from '../allowance-contract.js';

allowanceContract('memory', async () => {
  const { clock, pass } = createSharedTime();
  const open = createLocalAllowances({ clock });
  return { processes: [open, open], pass, close: () => Promise.resolve() };
});

const local = suite('createLocalAllowances');
local('remembers the most recently used keys, up to its capacity', async () => {
  const open = createLocalAllowances({ clock: createTestClock(), keysAtMost: 2 });
  const { take } = open({ name: 'starts', amount: 1, period: 60_000 });
  for (const key of ['a', 'b', 'c']) await take(key);
  assert.ok((await take('c')) > 0, 'c was used most recently');
  assert.ok((await take('b')) > 0, 'b before it');
  assert.is(await take('a'), 0, 'a is forgotten');
});
local.run();

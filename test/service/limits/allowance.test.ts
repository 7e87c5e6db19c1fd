import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createTestClock } from '../../support/test-clock.js';
import { createMemoryAllowance } from '../../../service/limits/allowance.js';

function open({ amount, keysAtMost = 100 }: { amount?: number | null; keysAtMost?: number } = {}) {
  const clock = createTestClock();
  const allowance = createMemoryAllowance({
    amount: amount === undefined ? 3 : amount,
    period: 60_000,
    keysAtMost,
    clock,
  });
  return {
    take: (key = 'a', cost = 1) => allowance.take(key, cost),
    pass: (milliseconds: number) => clock.pass(milliseconds),
  };
}

const taking = suite('createMemoryAllowance');
taking('gives the whole amount at once, then says how long to wait', async () => {
  const { take } = open();
  assert.equal([await take(), await take(), await take()], [0, 0, 0]);
  assert.is(await take(), 20_000);
});
taking('gives again what a period gives, evenly', async () => {
  const { take, pass } = open();
  await take('a', 3);
  pass(19_999);
  assert.is(await take(), 1);
  pass(1);
  assert.is(await take(), 0);
  pass(60_000);
  assert.equal([await take('a', 3), await take('a', 1)], [0, 20_000]);
});
taking('never gives more than the amount, however long nothing was taken', async () => {
  const { take, pass } = open();
  await take('a', 3);
  pass(10 * 60_000);
  assert.is(await take('a', 3), 0);
  assert.ok((await take()) > 0);
});
taking('takes nothing where it is not enough', async () => {
  const { take } = open();
  await take('a', 2);
  assert.ok((await take('a', 2)) > 0);
  assert.is(await take('a', 1), 0);
});
taking('counts each key alone', async () => {
  const { take } = open();
  await take('a', 3);
  assert.is(await take('b', 3), 0);
});
taking('remembers no more keys than it may, those that were used last', async () => {
  const { take } = open({ amount: 1, keysAtMost: 2 });
  await take('a');
  await take('b');
  await take('c');
  assert.ok((await take('c')) > 0, 'c was used last');
  assert.ok((await take('b')) > 0, 'b before it');
  assert.is(await take('a'), 0, 'a is forgotten');
});
taking('knows no limit where there is none', async () => {
  const { take } = open({ amount: null });
  assert.is(await take('a', 1_000_000_000), 0);
});
taking.run();

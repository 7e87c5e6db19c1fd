import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createGracePeriods } from '../../../../service/backend/memory/grace-periods.js';
import { noon } from '../../../support/contact-fixtures.js';
import { createTestClock } from '../../../support/test-clock.js';

function setUp() {
  const clock = createTestClock();
  const over: [id: string, since: number][] = [];
  const periods = createGracePeriods({
    ...{ clock, milliseconds: 1_000 },
    onOver: (id, since) => void over.push([id, since - noon]),
  });
  return { clock, periods, over };
}

const grace = suite('createGracePeriods');
grace('ends each period after its time, with one timer for all', () => {
  const { clock, periods, over } = setUp();
  for (const id of ['a', 'b', 'c']) {
    periods.begin(id);
    clock.pass(100);
  }
  assert.is(clock.pending, 1);
  clock.pass(700);
  assert.equal(over, [['a', 0]]);
  clock.pass(200);
  assert.equal(over, [
    ['a', 0],
    ['b', 100],
    ['c', 200],
  ]);
  assert.is(clock.pending, 0);
});
grace('continues a period that begins again, and forgets one that was ended', () => {
  const { clock, periods, over } = setUp();
  periods.begin('a');
  periods.begin('b');
  clock.pass(600);
  periods.begin('a');
  periods.end('b');
  periods.begin('b');
  clock.pass(400);
  assert.equal(over, [['a', 0]]);
  clock.pass(600);
  assert.equal(over, [
    ['a', 0],
    ['b', 600],
  ]);
});
grace('counts by the clock that nobody sets', () => {
  const { clock, periods, over } = setUp();
  periods.begin('a');
  clock.jump(60_000);
  clock.pass(999);
  assert.equal(over, []);
  clock.pass(1);
  assert.equal(over, [['a', 60_000]]);
});
grace('leaves no timer once all are ended, or it is closed', () => {
  const { clock, periods, over } = setUp();
  periods.begin('a');
  periods.end('a');
  assert.is(clock.pending, 0);
  periods.begin('b');
  periods.close();
  periods.begin('c');
  assert.is(clock.pending, 0);
  clock.pass(5_000);
  assert.equal(over, []);
});
grace('lets the same id begin again in the call', () => {
  const clock = createTestClock();
  const times: number[] = [];
  const periods = createGracePeriods({
    ...{ clock, milliseconds: 1_000 },
    onOver(id) {
      times.push(clock.monotonic());
      if (times.length < 3) periods.begin(id);
    },
  });
  const from = clock.monotonic();
  periods.begin('a');
  clock.pass(10_000);
  assert.equal(
    times.map((time) => time - from),
    [1_000, 2_000, 3_000],
  );
});
grace.run();

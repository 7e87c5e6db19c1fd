import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalTimers } from '../../../../service/store/embedded/timers.js';
import { createTestClock } from '../../../support/test-clock.js';

const hour = 3_600_000;
const day = 24 * hour;
const month = 31 * day;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Timers of a process whose wall clock stands at 0, and what they called. */
function setUp() {
  const clock = createTestClock(0);
  const timers = createLocalTimers({ clock });
  const due: string[] = [];
  timers.onDue(async (id, reached) => void due.push([id, ...reached].join(' ')));
  const set = (id: string, ...times: number[]): void =>
    timers.set(
      id,
      times.map((at) => ({ at, within: Infinity })),
    );
  return { timers, due, clock, set };
}

const local = suite('createLocalTimers');
local('calls each id when its time has come, earliest first', () => {
  const { set, due, clock } = setUp();
  set('late', 30);
  set('early', 10);
  clock.pass(9);
  assert.equal(due, []);
  clock.pass(1);
  assert.equal(due, ['early 10']);
  clock.pass(20);
  assert.equal(due, ['early 10', 'late 30']);
});
local('the last deadlines count, and those that are gone bring no call', () => {
  const { set, due, clock } = setUp();
  set('a', 10);
  set('a', 20);
  set('b', 10);
  set('b');
  clock.pass(15);
  assert.equal(due, []);
  clock.pass(5);
  assert.equal(due, ['a 20']);
});
local('calls for each deadline of an id, and names those that have come', () => {
  const { set, due, clock } = setUp();
  set('a', 30, 10, 10, 20);
  clock.pass(10);
  assert.equal(due, ['a 10 10']);
  clock.pass(20);
  assert.equal(due, ['a 10 10', 'a 20', 'a 30']);
});
local('calls at once for a time that has passed', () => {
  const { set, due, clock } = setUp();
  clock.pass(100);
  set('a', 5);
  clock.pass(0);
  assert.equal(due, ['a 5']);
});
local('waits as long as it takes', () => {
  const { set, due, clock } = setUp();
  set('a', month);
  clock.pass(month - 1);
  assert.equal(due, []);
  clock.pass(1);
  assert.equal(due, [`a ${month}`]);
});
local('a call may set the next', () => {
  const { timers, set, due, clock } = setUp();
  timers.onDue(async (id) => {
    if (due.length < 3) set(id, due.length * 10 + 10);
  });
  set('a', 10);
  clock.pass(100);
  assert.is(due.length, 3);
});
local('calls again after a few seconds where the call failed', async () => {
  const { timers, set, due, clock } = setUp();
  let fails = true;
  timers.onDue(() => (fails ? Promise.reject(new Error('the disk is full')) : Promise.resolve()));
  set('a', 10, hour);
  clock.pass(10);
  await settled();
  clock.pass(5_000);
  await settled();
  assert.equal(due, ['a 10', 'a 10']);
  fails = false;
  clock.pass(5_000);
  await settled();
  clock.pass(hour);
  assert.equal(due, ['a 10', 'a 10', 'a 10', `a ${hour}`]);
});
local('nothing is left running after close', async () => {
  const { timers, set, clock } = setUp();
  timers.onDue(() => Promise.reject(new Error('the disk is full')));
  set('a', 10);
  set('b', 20);
  clock.pass(10);
  timers.close();
  await settled();
  assert.is(clock.pending, 0);
});
local.run();

const jumps = suite('timers when the wall clock is set');
for (const jump of [-day, -hour, hour, day]) {
  jumps(`call after as much time as was left before a jump of ${jump / hour} hours`, () => {
    const { set, due, clock } = setUp();
    set('a', 2 * day);
    clock.pass(hour);
    clock.jump(jump);
    // What stores a contact again sets its deadlines again.
    set('a', 2 * day);
    clock.pass(2 * day - hour - 1);
    assert.equal(due, []);
    clock.pass(1);
    assert.equal(due, [`a ${2 * day}`]);
  });
}
jumps('count a deadline that was fixed after the jump from the new time', () => {
  const { set, due, clock } = setUp();
  set('a', 2 * hour);
  clock.jump(day);
  set('a', 2 * hour, day + 20_000);
  clock.pass(20_000);
  assert.equal(due, [`a ${day + 20_000}`]);
  clock.pass(2 * hour);
  assert.equal(due, [`a ${day + 20_000}`, `a ${2 * hour}`]);
});
for (const jump of [-day, -hour, hour, day])
  jumps(`count from when a deadline was fixed, where the clock jumped ${jump / hour} hours since`, () => {
    const { timers, due, clock } = setUp();
    const fixedAt = clock.now();
    clock.jump(jump);
    timers.set('a', [{ at: fixedAt + 20_000, within: 20_000 }], fixedAt);
    clock.pass(19_999);
    assert.equal(due, []);
    clock.pass(1);
    assert.equal(due, [`a ${fixedAt + 20_000}`]);
  });
jumps('tell what is left, by the same time', () => {
  const { timers, clock } = setUp();
  const deadline = { at: 20_000, within: 20_000 };
  timers.set('a', [deadline]);
  clock.pass(5_000);
  clock.jump(-hour);
  assert.is(timers.left('a', deadline), 15_000);
  clock.jump(day);
  assert.is(timers.left('a', deadline), 15_000);
  assert.is(timers.left('unknown', { at: 0, within: 20_000 }), 0);
});
jumps(
  'before a restart: the stored time counts, but no deadline lasts longer than it did when it was fixed',
  () => {
    const { timers, due, clock } = setUp();
    // Stored by a process whose wall clock was an hour ahead of this one's.
    timers.set('ring', [{ at: hour + 20_000, within: 20_000 }]);
    timers.set('chat', [{ at: -5, within: day }]);
    clock.pass(0);
    assert.equal(due, ['chat -5']);
    clock.pass(20_000);
    assert.equal(due, ['chat -5', `ring ${hour + 20_000}`]);
  },
);
jumps.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalTimers } from '../../../../service/backend/memory/timers.js';
import { createTestClock } from '../../../support/test-clock.js';
import { settled } from '../../../support/settled.js';
import { createSharedTime } from '../../../support/shared-time.js';
import { timersContract } from '../timers-contract.js';

timersContract('memory', async () => {
  const { clock, pass } = createSharedTime();
  const timers = new LocalTimers({ clock });
  // Several receivers of the same timers act like several processes.
  return { processes: [timers, timers], now: () => clock.now(), pass, close: async () => timers.close() };
});

const hour = 3_600_000;
const day = 24 * hour;
const month = 31 * day;

/** Timers of a process whose wall clock shows 0, and their calls. */
function setUp() {
  const clock = createTestClock(0);
  const timers = new LocalTimers({ clock });
  const due: string[] = [];
  timers.onDue(async (id, reached) => void due.push([id, ...reached].join(' ')));
  const set = (id: string, ...times: number[]): void =>
    timers.set(
      id,
      times.map((at) => ({ at, within: Infinity })),
    );
  return { timers, due, clock, set };
}

const local = suite('LocalTimers');
local('waits for any length of time', () => {
  const { set, due, clock } = setUp();
  set('a', month);
  clock.pass(month - 1);
  assert.equal(due, []);
  clock.pass(1);
  assert.equal(due, [`a ${month}`]);
});
local(
  'calls again after five seconds if the call failed, and for deadlines that passed meanwhile',
  async () => {
    const clock = createTestClock(0);
    const timers = new LocalTimers({ clock });
    const due: string[] = [];
    let fails = true;
    timers.onDue(async (id, reached) => {
      due.push([id, ...reached].join(' '));
      if (fails) throw new Error('the disk is full');
    });
    timers.set('a', [
      { at: 10, within: Infinity },
      { at: hour, within: Infinity },
    ]);
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
  },
);
local('lets receivers take turns, and calls none that has left', async () => {
  const { timers, due, set, clock } = setUp();
  const second: string[] = [];
  const leave = timers.onDue(async (id) => void second.push(id));
  for (const id of ['a', 'b', 'c', 'd']) set(id, 10);
  clock.pass(10);
  assert.equal([due.length, second.length], [2, 2]);
  leave();
  await settled();
  for (const id of ['e', 'f']) set(id, 20);
  clock.pass(10);
  assert.equal([due.length, second.length], [4, 2]);
});
local('leaves no timer running after close', async () => {
  const clock = createTestClock(0);
  const timers = new LocalTimers({ clock });
  timers.onDue(() => Promise.reject(new Error('the disk is full')));
  for (const at of [10, 20]) timers.set(`a${at}`, [{ at, within: Infinity }]);
  clock.pass(10);
  timers.close();
  await settled();
  assert.is(clock.pending, 0);
});
local.run();

const jumps = suite('timers when the wall clock is set');
for (const jump of [-day, -hour, hour, day]) {
  jumps(`keep the remaining time when the clock jumps ${jump / hour} hours`, () => {
    const { set, due, clock } = setUp();
    set('a', 2 * day);
    clock.pass(hour);
    clock.jump(jump);
    // Storing a contact again sets its deadlines again.
    set('a', 2 * day);
    clock.pass(2 * day - hour - 1);
    assert.equal(due, []);
    clock.pass(1);
    assert.equal(due, [`a ${2 * day}`]);
  });
}
jumps('count a deadline that was computed after the jump from the new time', async () => {
  const { set, due, clock } = setUp();
  set('a', 2 * hour);
  clock.jump(day);
  set('a', 2 * hour, day + 20_000);
  clock.pass(20_000);
  assert.equal(due, [`a ${day + 20_000}`]);
  await settled();
  clock.pass(2 * hour);
  assert.equal(due, [`a ${day + 20_000}`, `a ${2 * hour}`]);
});
for (const jump of [-day, -hour, hour, day])
  jumps(`count from the moment of computation when the clock jumped ${jump / hour} hours since`, () => {
    const { timers, due, clock } = setUp();
    const fixedAt = clock.now();
    clock.jump(jump);
    timers.set('a', [{ at: fixedAt + 20_000, within: 20_000 }], fixedAt);
    clock.pass(19_999);
    assert.equal(due, []);
    clock.pass(1);
    assert.equal(due, [`a ${fixedAt + 20_000}`]);
  });
jumps('return the remaining time by the same rule', () => {
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
jumps("use the stored time after a restart, up to the deadline's original length", () => {
  const { timers, due, clock } = setUp();
  // Stored by a process whose wall clock was an hour ahead of this one.
  timers.set('ring', [{ at: hour + 20_000, within: 20_000 }]);
  timers.set('chat', [{ at: -5, within: day }]);
  clock.pass(0);
  assert.equal(due, ['chat -5']);
  clock.pass(20_000);
  assert.equal(due, ['chat -5', `ring ${hour + 20_000}`]);
});
jumps.run();

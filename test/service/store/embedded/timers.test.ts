import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalTimers } from '../../../../service/store/embedded/timers.js';
import { createTestClock } from '../../../support/test-clock.js';

function setUp() {
  const clock = createTestClock(0);
  const timers = createLocalTimers({ clock });
  const due: string[] = [];
  timers.onDue((id) => due.push(id));
  const advanceTo = (time: number): void => clock.pass(time - clock.now());
  return { timers, due, advanceTo, clock };
}

const local = suite('createLocalTimers');
local('calls each id when its time has come, earliest first', () => {
  const { timers, due, advanceTo } = setUp();
  timers.set('late', 30);
  timers.set('early', 10);
  advanceTo(9);
  assert.equal(due, []);
  advanceTo(10);
  assert.equal(due, ['early']);
  advanceTo(30);
  assert.equal(due, ['early', 'late']);
});
local('the later word counts, and a cancelled call does not come', () => {
  const { timers, due, advanceTo } = setUp();
  timers.set('a', 10);
  timers.set('a', 20);
  timers.set('b', 10);
  timers.cancel('b');
  advanceTo(15);
  assert.equal(due, []);
  advanceTo(20);
  assert.equal(due, ['a']);
});
local('calls at once for a time that has passed', () => {
  const { timers, due, advanceTo } = setUp();
  advanceTo(100);
  timers.set('a', 5);
  advanceTo(100);
  assert.equal(due, ['a']);
});
local('waits longer than one timeout can', () => {
  const { timers, due, advanceTo } = setUp();
  const month = 31 * 24 * 3_600_000;
  timers.set('a', month);
  advanceTo(month - 1);
  assert.equal(due, []);
  advanceTo(month);
  assert.equal(due, ['a']);
});
local('a call may set the next', () => {
  const { timers, due, advanceTo } = setUp();
  timers.onDue((id) => due.length < 3 && timers.set(id, due.length * 10 + 10));
  timers.set('a', 10);
  advanceTo(100);
  assert.is(due.length, 3);
});
local('nothing is left running after close', () => {
  const { timers, clock } = setUp();
  timers.set('a', 10);
  timers.close();
  assert.is(clock.pending, 0);
});
local.run();

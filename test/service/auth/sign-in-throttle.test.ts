import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createSignInThrottle } from '../../../service/auth/sign-in-throttle.js';
import { createTestClock } from '../../support/test-clock.js';

const minute = 60_000;
const open = () => {
  const clock = createTestClock();
  const throttle = createSignInThrottle({ clock, free: 3 });
  const fail = (key: string, count = 1): void => {
    for (let each = 0; each < count; each += 1) throttle.count(key);
  };
  return { clock, throttle, fail };
};

const throttle = suite('createSignInThrottle');
throttle('a few mistakes cost nothing, then each doubles the wait', () => {
  const { clock, throttle, fail } = open();
  fail('ada', 3);
  assert.is(throttle.waitOf('ada'), 0);
  fail('ada');
  assert.is(throttle.waitOf('ada'), 1_000);
  clock.pass(1_000);
  assert.is(throttle.waitOf('ada'), 0);
  fail('ada');
  assert.is(throttle.waitOf('ada'), 2_000);
});
throttle('tells how many failures it remembers', () => {
  const { clock, throttle, fail } = open();
  assert.is(throttle.countOf('ada'), 0);
  fail('ada', 2);
  assert.is(throttle.countOf('ada'), 2);
  clock.pass(5 * minute);
  assert.is(throttle.countOf('ada'), 1);
  throttle.forget('ada');
  assert.is(throttle.countOf('ada'), 0);
});
throttle('the wait ends at five minutes', () => {
  const { throttle, fail } = open();
  fail('ada', 60);
  assert.is(throttle.waitOf('ada'), 5 * minute);
});
throttle('keys have nothing to do with each other', () => {
  const { throttle, fail } = open();
  fail('ada', 4);
  assert.is(throttle.waitOf('grace'), 0);
});
throttle('a success takes its own attempt back', () => {
  const { throttle, fail } = open();
  fail('ada', 4);
  throttle.uncount('ada');
  assert.is(throttle.waitOf('ada'), 0);
  fail('ada');
  assert.is(throttle.waitOf('ada'), 1_000);
});
throttle('forgets what it is told to forget', () => {
  const { throttle, fail } = open();
  fail('ada', 3);
  throttle.forget('ada');
  fail('ada', 3);
  assert.is(throttle.waitOf('ada'), 0);
});
throttle('forgets a failure every five minutes', () => {
  const { clock, throttle, fail } = open();
  fail('ada', 3);
  clock.pass(5 * minute);
  fail('ada');
  assert.is(throttle.waitOf('ada'), 0);
  fail('ada');
  assert.is(throttle.waitOf('ada'), 1_000);
});
throttle('the wall clock makes no difference', () => {
  const { clock, throttle, fail } = open();
  fail('ada', 4);
  clock.jump(-3_600_000);
  clock.pass(400);
  clock.jump(86_400_000);
  assert.is(throttle.waitOf('ada'), 600);
});
throttle('what it remembers is bounded', () => {
  const { throttle, fail } = open();
  fail('first', 4);
  for (let other = 0; other < 10_000; other += 1) fail(`other ${other}`);
  assert.is(throttle.waitOf('first'), 0);
});
throttle.run();

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSignInThrottle } from '../../../service/auth/sign-in-throttle.js';

const open = () => {
  const time = { now: 0 };
  const throttle = createSignInThrottle({ clock: () => time.now, free: 3 });
  const waits = (...names: string[]): boolean => {
    try {
      throttle.check(...names);
      return false;
    } catch {
      return true;
    }
  };
  return { time, throttle, waits };
};
const times = (count: number, what: () => void): void => Array.from({ length: count }).forEach(what);

test('a few mistakes cost nothing, then each doubles the wait', () => {
  const { time, throttle, waits } = open();
  times(3, () => throttle.failed('ada'));
  assert.not.ok(waits('ada'));
  throttle.failed('ada');
  assert.ok(waits('ada'));
  time.now = 1_000;
  assert.not.ok(waits('ada'));
  throttle.failed('ada');
  time.now = 2_999;
  assert.throws(() => throttle.check('ada'), /Try again in 1 second\./);
  time.now = 3_000;
  assert.not.ok(waits('ada'));
});
test('the wait ends at five minutes', () => {
  const { time, throttle, waits } = open();
  times(60, () => throttle.failed('ada'));
  time.now = 5 * 60_000 - 1;
  assert.ok(waits('ada'));
  time.now = 5 * 60_000;
  assert.not.ok(waits('ada'));
});
test('any of the names holds one up, and others are let through', () => {
  const { throttle, waits } = open();
  times(4, () => throttle.failed('address'));
  assert.ok(waits('ada', 'address'));
  assert.not.ok(waits('ada', 'elsewhere'));
});
test('a success forgets the failures', () => {
  const { throttle, waits } = open();
  times(3, () => throttle.failed('ada'));
  throttle.succeeded('ada');
  times(3, () => throttle.failed('ada'));
  assert.not.ok(waits('ada'));
});
test('what it remembers is bounded', () => {
  const { throttle, waits } = open();
  times(4, () => throttle.failed('first'));
  Array.from({ length: 10_000 }).forEach((_, index) => throttle.failed(`other ${index}`));
  assert.not.ok(waits('first'));
});
test.run();

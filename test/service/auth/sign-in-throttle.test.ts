import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSignInThrottle } from '../../../service/auth/sign-in-throttle.js';
import { createTestClock } from '../../support/test-clock.js';

const open = () => {
  const clock = createTestClock();
  const throttle = createSignInThrottle({ clock, free: 3 });
  const waits = (...names: string[]): boolean => {
    try {
      throttle.check(...names);
      return false;
    } catch {
      return true;
    }
  };
  return { clock, throttle, waits };
};
const times = (count: number, what: () => void): void => Array.from({ length: count }).forEach(what);

test('a few mistakes cost nothing, then each doubles the wait', () => {
  const { clock, throttle, waits } = open();
  times(3, () => throttle.failed('ada'));
  assert.not.ok(waits('ada'));
  throttle.failed('ada');
  assert.ok(waits('ada'));
  clock.pass(1_000);
  assert.not.ok(waits('ada'));
  throttle.failed('ada');
  clock.pass(1_999);
  assert.throws(() => throttle.check('ada'), /Try again in 1 second\./);
  clock.pass(1);
  assert.not.ok(waits('ada'));
});
test('the wait ends at five minutes', () => {
  const { clock, throttle, waits } = open();
  times(60, () => throttle.failed('ada'));
  clock.pass(5 * 60_000 - 1);
  assert.ok(waits('ada'));
  clock.pass(1);
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

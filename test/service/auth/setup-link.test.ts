import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSetupLink } from '../../../service/auth/setup-link.js';

const open = () => {
  const time = { now: 0 };
  return { time, link: createSetupLink({ clock: () => time.now }) };
};

test('a token works once', () => {
  const { link } = open();
  const token = link.issue();
  assert.ok(link.redeem(token));
  assert.not.ok(link.redeem(token));
});
test('a wrong one does not spend it', () => {
  const { link } = open();
  const token = link.issue();
  assert.not.ok(link.redeem(`${token}x`));
  assert.ok(link.redeem(token));
});
test('it is worth nothing after a day, or after the next one was issued', () => {
  const { link, time } = open();
  const first = link.issue();
  const second = link.issue();
  assert.not.ok(link.redeem(first));
  time.now = 24 * 60 * 60_000;
  assert.not.ok(link.redeem(second));
});
test('before one was issued there is none', () => assert.not.ok(open().link.redeem('')));
test.run();

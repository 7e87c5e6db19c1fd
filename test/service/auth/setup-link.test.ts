import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSetupLink } from '../../../service/auth/setup-link.js';
import { createTestClock } from '../../support/test-clock.js';

const open = () => {
  const clock = createTestClock();
  return { clock, link: createSetupLink({ clock }) };
};

test('a token works once', () => {
  const { link } = open();
  const token = link.issue();
  assert.ok(link.redeem(token));
  assert.not.ok(link.redeem(token));
});
test("checking a token doesn't use it up", () => {
  const { link, clock } = open();
  const token = link.issue();
  assert.equal([link.isLive(token), link.isLive(`${token}x`)], [true, false]);
  assert.ok(link.isLive(token));
  clock.pass(24 * 60 * 60_000);
  assert.not.ok(link.isLive(token));
});
test("a wrong token doesn't use it up", () => {
  const { link } = open();
  const token = link.issue();
  assert.not.ok(link.redeem(`${token}x`));
  assert.ok(link.redeem(token));
});
test('a token expires after a day, or when the next one is issued', () => {
  const { link, clock } = open();
  const first = link.issue();
  const second = link.issue();
  assert.not.ok(link.redeem(first));
  clock.pass(24 * 60 * 60_000);
  assert.not.ok(link.redeem(second));
});
test('before the first one is issued, no token is valid', () => assert.not.ok(open().link.redeem('')));
test.run();

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { createSetupLink, SetupLinksSchema } from '../../../service/auth/setup-link.js';
import { createMemoryCollection } from '../../../service/backend/memory/collection.js';
import { createTestClock } from '../../support/test-clock.js';

const day = 24 * 60 * 60_000;

/** Two processes of one installation. */
const open = () => {
  const clock = createTestClock();
  const store = createMemoryCollection({ schema: SetupLinksSchema });
  return { clock, store, link: createSetupLink({ clock, store }), other: createSetupLink({ clock, store }) };
};

test('a token works once, at any process', async () => {
  const { link, other } = open();
  const token = await link.issue();
  assert.ok(await other.redeem(token));
  assert.not.ok(await link.redeem(token));
});
test("checking a token doesn't use it up", async () => {
  const { link, other, clock } = open();
  const token = await link.issue();
  assert.equal([await other.isLive(token), await other.isLive(`${token}x`)], [true, false]);
  assert.ok(await link.isLive(token));
  clock.pass(day);
  assert.not.ok(await link.isLive(token));
  assert.not.ok(await other.isLive(token));
});
test("a wrong token doesn't use it up", async () => {
  const { link } = open();
  const token = await link.issue();
  assert.not.ok(await link.redeem(`${token}x`));
  assert.ok(await link.redeem(token));
});
test('every printed token works for a day, until one of them is used', async () => {
  const { link, other, clock } = open();
  const first = await link.issue();
  clock.pass(day / 2);
  const second = await other.issue();
  assert.equal([await other.isLive(first), await link.isLive(second)], [true, true]);
  clock.pass(day / 2);
  assert.equal([await other.isLive(first), await link.isLive(second)], [false, true]);
  const third = await link.issue();
  assert.ok(await link.redeem(second));
  assert.not.ok(await other.redeem(third));
});
test('of tokens that are used at once, one succeeds', async () => {
  const { link, other } = open();
  const tokens = [await link.issue(), await other.issue(), await other.issue()];
  const used = await Promise.all(tokens.map((token, index) => (index ? link : other).redeem(token)));
  assert.is(used.filter(Boolean).length, 1);
});
test('tokens that are issued at once are all valid, and the oldest make room', async () => {
  const { link, other, store } = open();
  const tokens = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? link : other).issue()),
  );
  for (const token of tokens) assert.ok(await link.isLive(token));
  await link.issue();
  const live = await Promise.all(tokens.map((token) => other.isLive(token)));
  assert.is(live.filter(Boolean).length, 19);
  assert.is((await store.get('first-administrator'))!.value.links.length, 20);
});
test('a wall clock that is set neither ends a token nor prolongs it', async () => {
  const { link, clock } = open();
  const token = await link.issue();
  clock.jump(2 * day);
  assert.ok(await link.isLive(token));
  clock.jump(-9 * day);
  clock.pass(day);
  assert.not.ok(await link.isLive(token));
});
test('stores no token', async () => {
  const { link, store } = open();
  const token = await link.issue();
  assert.not.ok(JSON.stringify(await store.list()).includes(token));
});
test('before the first one is issued, no token is valid', async () =>
  assert.not.ok(await open().link.redeem('')));
test.run();

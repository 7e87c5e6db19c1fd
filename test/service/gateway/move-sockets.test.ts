import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeSockets, moveSockets } from '../../../service/gateway/move-sockets.js';
import type { OpenSocket } from '../../../service/gateway/open-sockets.js';
import { createSeededRandom } from '../../support/seeded-random.js';
import { createTestClock } from '../../support/test-clock.js';

interface Closed {
  socket: number;
  at: number;
  after: number;
}

function openSockets(count: number) {
  const clock = createTestClock();
  const from = clock.monotonic();
  const closed: Closed[] = [];
  const sockets = Array.from({ length: count }, (_, socket): OpenSocket => ({
    beat: () => undefined,
    sendText: () => undefined,
    close: (name, after = 0) => {
      assert.is(name, 'SERVICE_RESTARTING');
      closed.push({ socket, at: clock.monotonic() - from, after });
    },
  }));
  const random = createSeededRandom(7);
  return { clock, closed, sockets, random: () => random.next() };
}

/** Lets time pass in small steps, so that each group is followed by the next one. */
async function passAll(clock: { pass(milliseconds: number): void }, milliseconds: number): Promise<void> {
  for (let passed = 0; passed <= milliseconds; passed += 50) {
    await Promise.resolve();
    await Promise.resolve();
    clock.pass(50);
  }
  await Promise.resolve();
}

/** The most clients that come back within any of these milliseconds. */
function most(closed: readonly Closed[], within: number): number {
  const returns = closed.map(({ at, after }) => Math.floor((at + after) / within));
  const counts = new Map<number, number>();
  for (const slot of returns) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  return Math.max(...counts.values());
}

const moves = suite('moving sockets to other processes');
moves('takes the whole time, and lets clients return at an even rate', async () => {
  const { clock, closed, sockets, random } = openSockets(10_000);
  const moved = moveSockets(sockets, 5_000, { clock, random });
  await passAll(clock, 5_200);
  await moved;
  assert.is(new Set(closed.map(({ socket }) => socket)).size, 10_000);
  assert.is(closed.length, 10_000);
  assert.ok(closed.at(-1)!.at >= 4_800, `the last after ${closed.at(-1)!.at} ms`);
  // 2,000 a second: 40 in 20 ms, and chance.
  assert.ok(most(closed, 20) < 80, `${most(closed, 20)} within 20 ms`);
});
moves('takes sockets in random order', async () => {
  const { clock, closed, sockets, random } = openSockets(100);
  void moveSockets(sockets, 1_000, { clock, random });
  await passAll(clock, 1_100);
  const half = closed.slice(0, 50).filter(({ socket }) => socket < 50).length;
  assert.ok(half > 10 && half < 40, `${half} of the first half are among the first half`);
});
moves('ends early if there are fewer sockets than moments, and at once without time', async () => {
  const { clock, closed, sockets, random } = openSockets(3);
  await moveSockets(sockets, 0, { clock, random });
  assert.is(closed.length, 3);
  await moveSockets([], 5_000, { clock, random });
});
moves('spreads the return of clients that are all closed at once, but not of a few', () => {
  const many = openSockets(5_000);
  closeSockets(many.sockets, many.random);
  assert.is(many.closed.length, 5_000);
  assert.ok(most(many.closed, 20) < 200, `${most(many.closed, 20)} within 20 ms`);
  assert.ok(Math.max(...many.closed.map(({ after }) => after)) <= 1_000);
  const one = openSockets(1);
  closeSockets(one.sockets, one.random);
  assert.ok(one.closed[0]!.after < 1);
});
moves.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createNewcomers } from '../../../service/gateway/newcomers.js';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Records who was admitted, in order. */
function setUp() {
  const newcomers = createNewcomers();
  const isIn: string[] = [];
  const come = (name: string): void => {
    const turn = newcomers.turn(name[0]!);
    if (turn) void turn.then(() => isIn.push(name));
    else isIn.push(name);
  };
  return { come, isIn };
}

const newcomers = suite('createNewcomers');
newcomers('admits the first at once, and one of the others in each turn of the event loop', async () => {
  const { come, isIn } = setUp();
  ['a1', 'a2', 'a3'].forEach(come);
  const counts = [isIn.length];
  for (let turn = 0; turn < 3; turn += 1) {
    await nextTurn();
    counts.push(isIn.length);
  }
  assert.equal(counts, [1, 2, 3, 3]);
});
newcomers('lets events that arrive meanwhile go before the next newcomer', async () => {
  const { come, isIn } = setUp();
  ['a1', 'a2'].forEach(come);
  // Like an event of a socket: before the turn is over.
  queueMicrotask(() => isIn.push('a message'));
  await nextTurn();
  assert.equal(isIn, ['a1', 'a message', 'a2']);
});
newcomers('addresses take turns', async () => {
  const { come, isIn } = setUp();
  ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'c1'].forEach(come);
  for (let turn = 0; turn < 7; turn += 1) await nextTurn();
  assert.equal(isIn, ['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});
newcomers('has no queue once all are admitted', async () => {
  const { come, isIn } = setUp();
  come('a1');
  await nextTurn();
  come('a2');
  assert.equal(isIn, ['a1', 'a2']);
});
newcomers('with a pause, one is admitted in so many milliseconds, the first at once', async () => {
  const starts = createNewcomers({ pause: 20 });
  const from = performance.now();
  assert.is(starts.turn('a'), null);
  await Promise.all([starts.turn('a'), starts.turn('b')]);
  // A timer may be a fraction of a millisecond early.
  assert.ok(performance.now() - from >= 38);
});
newcomers('admits several after a pause if they may begin together, by address in turn', async () => {
  const starts = createNewcomers({ pause: 20, atOnce: 3 });
  const isIn: string[] = [];
  const come = (name: string): void => void starts.turn(name[0]!)?.then(() => isIn.push(name));
  ['a0', 'a1', 'a2', 'a3', 'a4', 'b1'].forEach(come);
  await starts.turn('c');
  assert.equal(isIn, ['a1', 'b1']);
  await starts.turn('c');
  assert.equal(isIn, ['a1', 'b1', 'a2']);
});
newcomers.run();

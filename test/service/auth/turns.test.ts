import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createTurns, TurnsFull, type Turn } from '../../../service/auth/turns.js';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Tasks that end when the test says so. One runs at a time, unless the test says otherwise. */
function setUp(change: Partial<Parameters<typeof createTurns>[0]> = {}) {
  const turns = createTurns({
    atOnce: { others: 1, all: 1 },
    waitingAtMost: { first: 4, others: 4 },
    ...change,
  });
  const started: string[] = [];
  const refused: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, turn: Partial<Turn> = {}): void => {
    const task = () => {
      started.push(name);
      return new Promise<void>((resolve) => ends.push(resolve));
    };
    turns.run({ keys: [name[0]!], ...turn }, task).catch((error: unknown) => {
      assert.instance(error, TurnsFull);
      refused.push(name);
    });
  };
  const endNext = async () => {
    ends.shift()!();
    await settled();
  };
  return { turns, ask, started, refused, endNext };
}

const turns = suite('createTurns');
turns('runs as many tasks at once as allowed', async () => {
  const { ask, started, endNext } = setUp({ atOnce: { others: 2, all: 2 } });
  ['a1', 'b1', 'c1'].forEach((name) => ask(name));
  assert.equal(started, ['a1', 'b1']);
  await endNext();
  assert.equal(started, ['a1', 'b1', 'c1']);
});
turns('reserves a place for first tasks', async () => {
  const { ask, started, endNext } = setUp({ atOnce: { others: 1, all: 2 } });
  ['a1', 'b1'].forEach((name) => ask(name));
  ['c1', 'd1'].forEach((name) => ask(name, { isFirst: true }));
  assert.equal(started, ['a1', 'c1']);
  // The task that ends is a1: the first task comes before b1 here too.
  await endNext();
  assert.equal(started, ['a1', 'c1', 'd1']);
  await endNext();
  assert.equal(started, ['a1', 'c1', 'd1', 'b1']);
});
turns('lets keys take turns, however many tasks one of them has', async () => {
  const { ask, started, endNext } = setUp();
  ['a1', 'a2', 'a3', 'b1', 'c1'].forEach((name) => ask(name));
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'b1', 'c1', 'a3']);
});
turns('runs first tasks before all others', async () => {
  const { ask, started, endNext } = setUp();
  ['a1', 'b1', 'c1'].forEach((name) => ask(name));
  ask('d1', { isFirst: true });
  await endNext();
  assert.equal(started, ['a1', 'd1']);
});
turns(
  'lets all keys of a task take turns: many names of one address, and one name of many addresses',
  async () => {
    const { ask, started, endNext } = setUp({ waitingAtMost: { first: 4, others: 8 } });
    ['x1', 'x2', 'x3'].forEach((name) => ask(name, { keys: ['one place', name] }));
    ['y1', 'y2', 'y3'].forEach((name) => ask(name, { keys: [name, 'one name'] }));
    ask('z', { keys: ['another place', 'another name'] });
    for (let count = 0; count < 6; count += 1) await endNext();
    assert.equal(started, ['x1', 'x2', 'y1', 'z', 'x3', 'y2', 'y3']);
  },
);
turns('gives a fresh key two turns for each turn of others, without starving them', async () => {
  const { ask, started, endNext } = setUp();
  ['a1', 'b1', 'c1'].forEach((name) => ask(name));
  ask('d1', { isFresh: true });
  await endNext();
  ['e1', 'f1'].forEach((name) => ask(name, { isFresh: true }));
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'd1', 'b1', 'c1', 'e1', 'f1']);
});
turns('limits the length of a lane, and drops the newest of equal tasks', async () => {
  const { ask, started, refused, endNext } = setUp();
  ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'f2'].forEach((name) => ask(name));
  await settled();
  assert.equal(refused, ['e1', 'd1', 'f2']);
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'g1', 'f1', 'b1', 'c1']);
});
turns('limits each lane separately', async () => {
  const { ask, refused } = setUp();
  ['a1', 'b1', 'c1', 'd1', 'e1'].forEach((name) => ask(name));
  ['1', '2', '3', '4', '5'].forEach((key) => ask(`first ${key}`, { keys: [key], isFirst: true }));
  await settled();
  assert.equal(refused, ['first 4']);
});
turns('drops a task of a key with many in favour of a key with none if the lane is full', async () => {
  const { ask, started, refused, endNext } = setUp();
  ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'a6'].forEach((name) => ask(name));
  await settled();
  assert.equal(refused, ['a5', 'a6']);
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'b1', 'a3', 'a4']);
});
turns('lets tasks that share only one key pass tasks with the same keys', async () => {
  const { ask, started, endNext } = setUp({ waitingAtMost: { first: 4, others: 8 } });
  ['a1', 'a2', 'a3', 'a4'].forEach((name) => ask(name, { keys: ['one place', 'one name'] }));
  ask('b1', { keys: ['another place', 'one name'] });
  ask('c1', { keys: ['one place', 'another name'] });
  ask('d1', { keys: ['a third place', 'a third name'] });
  for (let count = 0; count < 6; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'd1', 'b1', 'c1', 'a3', 'a4']);
});
turns('puts the newest task of a key first in a full lane if it also has its own key', async () => {
  const { ask, started, refused, endNext } = setUp();
  const from = (address: string) => ask(address, { keys: [address, 'one name'] });
  ['1', '2', '3', '4', '5'].forEach(from);
  ask('b', { keys: ['another place', 'another name'] });
  ['6', '6'].forEach(from);
  await settled();
  assert.equal(refused, ['5', '4', '6']);
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['1', '6', 'b', '2', '3']);
});
turns('frees the place of a task that fails', async () => {
  const { turns } = setUp();
  const failed = turns.run({ keys: ['a'] }, () => Promise.reject(new Error('wrong')));
  const next = turns.run({ keys: ['a'] }, async () => 'next');
  assert.is(await failed.catch((error: Error) => error.message), 'wrong');
  assert.is(await next, 'next');
});
turns.run();

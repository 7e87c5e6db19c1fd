import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createTurns, TurnsFull, type Turn } from '../../../service/auth/turns.js';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Tasks that end when the test says so, one at a time unless told otherwise. */
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
turns('runs as many at once as it may', async () => {
  const { ask, started, endNext } = setUp({ atOnce: { others: 2, all: 2 } });
  ['a1', 'b1', 'c1'].forEach((name) => ask(name));
  assert.equal(started, ['a1', 'b1']);
  await endNext();
  assert.equal(started, ['a1', 'b1', 'c1']);
});
turns('keeps a place for what comes first', async () => {
  const { ask, started, endNext } = setUp({ atOnce: { others: 1, all: 2 } });
  ['a1', 'b1'].forEach((name) => ask(name));
  ['c1', 'd1'].forEach((name) => ask(name, { isFirst: true }));
  assert.equal(started, ['a1', 'c1']);
  // The one that ends is a1: what comes first comes before b1, here too.
  await endNext();
  assert.equal(started, ['a1', 'c1', 'd1']);
  await endNext();
  assert.equal(started, ['a1', 'c1', 'd1', 'b1']);
});
turns('keys take turns, however many one of them asks for', async () => {
  const { ask, started, endNext } = setUp();
  ['a1', 'a2', 'a3', 'b1', 'c1'].forEach((name) => ask(name));
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'b1', 'c1', 'a3']);
});
turns('what comes first overtakes what waits', async () => {
  const { ask, started, endNext } = setUp();
  ['a1', 'b1', 'c1'].forEach((name) => ask(name));
  ask('d1', { isFirst: true });
  await endNext();
  assert.equal(started, ['a1', 'd1']);
});
turns('so do all keys of a task: many names from one place, and one name from many places', async () => {
  const { ask, started, endNext } = setUp({ waitingAtMost: { first: 4, others: 8 } });
  ['x1', 'x2', 'x3'].forEach((name) => ask(name, { keys: ['one place', name] }));
  ['y1', 'y2', 'y3'].forEach((name) => ask(name, { keys: [name, 'one name'] }));
  ask('z', { keys: ['another place', 'another name'] });
  for (let count = 0; count < 6; count += 1) await endNext();
  assert.equal(started, ['x1', 'x2', 'y1', 'z', 'x3', 'y2', 'y3']);
});
turns(
  'a key under which nothing failed has two turns where others have one, and overtakes none for ever',
  async () => {
    const { ask, started, endNext } = setUp();
    ['a1', 'b1', 'c1'].forEach((name) => ask(name));
    ask('d1', { isFresh: true });
    await endNext();
    ['e1', 'f1'].forEach((name) => ask(name, { isFresh: true }));
    for (let count = 0; count < 4; count += 1) await endNext();
    assert.equal(started, ['a1', 'd1', 'b1', 'c1', 'e1', 'f1']);
  },
);
turns('a lane has so many places, and the newest key the next turn where all have one', async () => {
  const { ask, started, refused, endNext } = setUp();
  ['a1', 'b1', 'c1', 'd1', 'e1', 'f1', 'g1', 'f2'].forEach((name) => ask(name));
  await settled();
  assert.equal(refused, ['e1', 'd1', 'f2']);
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'g1', 'f1', 'b1', 'c1']);
});
turns('each lane has places of its own', async () => {
  const { ask, refused } = setUp();
  ['a1', 'b1', 'c1', 'd1', 'e1'].forEach((name) => ask(name));
  ['1', '2', '3', '4', '5'].forEach((key) => ask(`first ${key}`, { keys: [key], isFirst: true }));
  await settled();
  assert.equal(refused, ['first 4']);
});
turns('where it is full, a key with many makes room for one with none', async () => {
  const { ask, started, refused, endNext } = setUp();
  ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'a6'].forEach((name) => ask(name));
  await settled();
  assert.equal(refused, ['a5', 'a6']);
  for (let count = 0; count < 4; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'b1', 'a3', 'a4']);
});
turns('tasks of the same keys let tasks pass that share only one of them', async () => {
  const { ask, started, endNext } = setUp({ waitingAtMost: { first: 4, others: 8 } });
  ['a1', 'a2', 'a3', 'a4'].forEach((name) => ask(name, { keys: ['one place', 'one name'] }));
  ask('b1', { keys: ['another place', 'one name'] });
  ask('c1', { keys: ['one place', 'another name'] });
  ask('d1', { keys: ['a third place', 'a third name'] });
  for (let count = 0; count < 6; count += 1) await endNext();
  assert.equal(started, ['a1', 'a2', 'd1', 'b1', 'c1', 'a3', 'a4']);
});
turns('where it is full, the newest of a key comes first if it also has a key of its own', async () => {
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
turns('a task that fails gives its place on', async () => {
  const { turns } = setUp();
  const failed = turns.run({ keys: ['a'] }, () => Promise.reject(new Error('wrong')));
  const next = turns.run({ keys: ['a'] }, async () => 'next');
  assert.is(await failed.catch((error: Error) => error.message), 'wrong');
  assert.is(await next, 'next');
});
turns.run();

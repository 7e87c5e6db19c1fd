import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createIdleCache } from '../../../service/contact/idle-cache.js';

function setUp(atMost = 100) {
  const made: string[] = [];
  const busy = new Set<string>();
  const things = createIdleCache(atMost, (id) => {
    made.push(id);
    return {
      id,
      get isIdle() {
        return !busy.has(id);
      },
    };
  });
  return { things, made, busy };
}

const held = suite('createIdleCache');
held('creates a value once while it is used', () => {
  const { things, made } = setUp();
  const first = things.of('a');
  things.tidy();
  assert.is(things.of('a'), first);
  things.tidy();
  assert.is(things.of('a'), first);
  assert.equal(made, ['a']);
});
held('drops values that were not used since the last tidy', () => {
  const { things, made } = setUp();
  things.of('a');
  things.tidy();
  things.tidy();
  assert.is(things.size, 0);
  things.of('a');
  assert.equal(made, ['a', 'a']);
});
held('keeps busy values', () => {
  const { things, busy } = setUp();
  const first = things.of('a');
  busy.add('a');
  for (let look = 0; look < 3; look += 1) things.tidy();
  assert.is(things.of('a'), first);
});
held('tidies by itself when it has too many values', () => {
  const { things } = setUp(10);
  for (let index = 0; index < 1_000; index += 1) things.of(String(index));
  assert.ok(things.size <= 20, `${things.size} are held`);
});
held.run();

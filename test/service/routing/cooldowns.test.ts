import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createCooldowns } from '../../../service/routing/cooldowns.js';
import { createTestClock } from '../../support/test-clock.js';

function setUp() {
  const clock = createTestClock();
  let over = 0;
  const cooldowns = createCooldowns({ clock, milliseconds: 1_000, onOver: () => (over += 1) });
  return { clock, cooldowns, over: () => over };
}

const rests = suite('createCooldowns');
rests('skips an id for the given time, and reports the end', () => {
  const { clock, cooldowns, over } = setUp();
  cooldowns.begin('k1');
  clock.pass(999);
  assert.equal([cooldowns.has('k1'), cooldowns.has('k2'), over()], [true, false, 0]);
  clock.pass(1);
  assert.equal([cooldowns.has('k1'), over()], [false, 1]);
});
rests('restarts if the view was wrong again', () => {
  const { clock, cooldowns, over } = setUp();
  cooldowns.begin('k1');
  clock.pass(600);
  cooldowns.begin('k1');
  clock.pass(600);
  assert.equal([cooldowns.has('k1'), over()], [true, 0]);
});
rests('ends early at news, and leaves no timer', () => {
  const { clock, cooldowns, over } = setUp();
  for (const id of ['k1', 'k2', 'k3']) cooldowns.begin(id);
  cooldowns.end('k1');
  cooldowns.end('unknown');
  assert.equal([cooldowns.has('k1'), cooldowns.has('k2')], [false, true]);
  cooldowns.close();
  cooldowns.begin('k4');
  assert.equal([clock.pending, over()], [0, 0]);
});
rests.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createResting } from '../../../service/routing/resting.js';
import { createTestClock } from '../../support/test-clock.js';

function setUp() {
  const clock = createTestClock();
  let over = 0;
  const resting = createResting({ clock, milliseconds: 1_000, onOver: () => (over += 1) });
  return { clock, resting, over: () => over };
}

const rests = suite('createResting');
rests('leaves an id alone for as long as it is told, and says when that is over', () => {
  const { clock, resting, over } = setUp();
  resting.begin('k1');
  clock.pass(999);
  assert.equal([resting.has('k1'), resting.has('k2'), over()], [true, false, 0]);
  clock.pass(1);
  assert.equal([resting.has('k1'), over()], [false, 1]);
});
rests('begins anew where the view was wrong again', () => {
  const { clock, resting, over } = setUp();
  resting.begin('k1');
  clock.pass(600);
  resting.begin('k1');
  clock.pass(600);
  assert.equal([resting.has('k1'), over()], [true, 0]);
});
rests('ends early where something new is known, and leaves no timer', () => {
  const { clock, resting, over } = setUp();
  for (const id of ['k1', 'k2', 'k3']) resting.begin(id);
  resting.end('k1');
  resting.end('unknown');
  assert.equal([resting.has('k1'), resting.has('k2')], [false, true]);
  resting.close();
  resting.begin('k4');
  assert.equal([clock.pending, over()], [0, 0]);
});
rests.run();

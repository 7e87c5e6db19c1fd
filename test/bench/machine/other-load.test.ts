import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createOtherLoad } from '../../../bench/machine/other-load.js';

/** A load whose processor times are given, beginning with zeros. */
function setUp(...times: [machine: number, own: number, possible: number][]) {
  const left = [[0, 0, 0] as const, ...times];
  return createOtherLoad(() => {
    const [machine, own, possible] = left.shift()!;
    return { machine, own, possible };
  });
}

const load = suite('createOtherLoad');
load('is what others used since the last reading', () => {
  const other = setUp([60, 50, 200], [70, 50, 300], [170, 150, 400]);
  assert.equal([other.take(), other.take(), other.take()], [5, 10, 0]);
  assert.ok(other.isQuiet);
});
load('stays busy once a part was disturbed', () => {
  const other = setUp([111, 0, 1_000], [111, 0, 2_000]);
  other.take();
  assert.not(other.isQuiet);
  assert.is(other.take(), 0);
  assert.not(other.isQuiet);
});
load('is nothing between two readings of the same moment', () => {
  const other = setUp([0, 0, 0]);
  assert.is(other.take(), 0);
});
load.run();

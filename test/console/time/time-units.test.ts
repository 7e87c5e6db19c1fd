import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { countUnits, unitOf } from '../../../console/time/time-units.js';

const units = suite('unitOf');
units('finds the longest unit that fits', () => {
  const names = [86_400, 86_399, 3_600, 60, 59, 0].map((seconds) => unitOf(seconds)[0]);
  assert.equal(names, ['day', 'hour', 'hour', 'minute', 'second', 'second']);
});
units('can demand several of the unit', () => {
  assert.equal(unitOf(119, 2), ['second', 1]);
  assert.equal(unitOf(120, 2), ['minute', 60]);
});
units.run();

const counts = suite('countUnits');
counts('uses the singular for one only', () => {
  assert.equal(
    [0, 1, 2].map((count) => countUnits(count, 'hour')),
    ['0 hours', '1 hour', '2 hours'],
  );
});
counts.run();

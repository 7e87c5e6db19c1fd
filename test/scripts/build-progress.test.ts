import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createProgress } from '../../scripts/build.mjs';

const progress = suite('createProgress');
progress('prints which step is done, and the number of steps', () => {
  const lines: string[] = [];
  const done = createProgress(10, (line) => lines.push(line));
  ['service', 'widget'].forEach(done);
  assert.equal(lines, ['   1 of 10  service', '   2 of 10  widget']);
});
progress.run();

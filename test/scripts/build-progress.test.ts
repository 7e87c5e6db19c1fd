import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createProgress } from '../../scripts/build.mjs';

const progress = suite('createProgress');
progress('says which step is done, and of how many', () => {
  const lines: string[] = [];
  const done = createProgress(10, (line) => lines.push(line));
  ['service', 'widget'].forEach(done);
  assert.equal(lines, ['   1 of 10  service', '   2 of 10  widget']);
});
progress.run();

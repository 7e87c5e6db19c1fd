import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepResults } from '../../../bench/machine/keep-results.js';

interface Context {
  folder: string;
  path: string;
  said: string[];
  say: (line: string) => void;
}

const keep = suite<Context>('keepResults');
keep.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'connect-chat-results-'));
  context.path = join(context.folder, 'results/relay.json');
  context.said = [];
  context.say = (line) => void context.said.push(line);
});
keep.after.each(({ folder }) => rmSync(folder, { recursive: true }));

keep('writes what was measured on a quiet machine, and says how quiet', ({ path, said, say }) => {
  const load = { take: () => 2.25, isQuiet: true };
  assert.is(keepResults(path, { readings: [1] }, { load, what: 'storm', say }), true);
  assert.equal(JSON.parse(readFileSync(path, 'utf8')), { readings: [1] });
  assert.equal(said, ['storm: other programs used 2.3 % of the machine']);
});
keep('writes nothing from a busy machine, and says why', ({ path, said, say }) => {
  const load = { take: () => 41, isQuiet: false };
  assert.is(keepResults(path, {}, { load, what: 'storm', say }), false);
  assert.not(existsSync(path));
  assert.match(said[1]!, /^Not saved: the machine is busy/);
});
keep.run();

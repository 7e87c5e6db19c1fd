import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createProgressLine } from '../../../service/backup/progress.js';

function shown(isTTY: boolean) {
  let now = 0;
  const written: string[] = [];
  const output = { isTTY, write: (text: string) => written.push(text) };
  const line = createProgressLine(output, () => now);
  return { line, written, pass: (milliseconds: number) => (now += milliseconds) };
}

const progress = suite('createProgressLine');
progress('updates one line on a terminal, at most ten times a second', () => {
  const { line, written, pass } = shown(true);
  for (let done = 0; done <= 30; done += 1) {
    line.show({ what: 'files', done, of: 30 });
    pass(20);
  }
  line.end();
  assert.is(written.length, 8);
  assert.is(written[1], '\x1b[2K\r5 of 30 files');
  assert.equal(written.slice(-2), ['\x1b[2K\r30 of 30 files', '\n']);
});
progress('writes few plain lines to a pipe: the first, the last, and one every five seconds', () => {
  const { line, written, pass } = shown(false);
  for (let done = 0; done <= 12_000; done += 1_000) {
    line.show({ what: 'records', done });
    pass(1_000);
  }
  line.show({ what: 'attachments', done: 2, of: 2 });
  line.end();
  assert.equal(written, ['0 records\n', '5,000 records\n', '10,000 records\n', '2 of 2 attachments\n']);
});
progress.run();

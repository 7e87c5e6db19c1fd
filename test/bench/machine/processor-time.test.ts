import { spawnSync } from 'node:child_process';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { machineTime, ownTime, readProcessorTime } from '../../../bench/machine/processor-time.js';

const stat = (processId: number, parentId: number, times: number[], name = 'node') =>
  `${processId} (${name}) S ${parentId} 1 1 0 -1 0 0 0 0 0 ${times.join(' ')} 20 0 1`;

const times = suite('readProcessorTime');
times('counts the work of all programs, and what all processors could have worked', () => {
  const text = 'cpu  100 20 30 800 5 7 8 10 3 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n';
  assert.equal(machineTime(text), { machine: 160, possible: 980 });
});
times('adds up a process and its descendants, those that ended included', () => {
  const stats = [
    stat(30, 20, [1, 2, 0, 0], 'a (strange) name'),
    stat(10, 1, [100, 10, 5, 5]),
    stat(20, 10, [7, 3, 0, 0]),
    stat(40, 1, [1_000, 1_000, 0, 0]),
  ];
  assert.is(ownTime(stats, 10), 133);
});
times('reads the time of this machine: work of a child counts as own', () => {
  const before = readProcessorTime();
  spawnSync(process.execPath, ['-e', 'const end = Date.now() + 400; while (Date.now() < end);']);
  const after = readProcessorTime();
  assert.ok(after.own - before.own > 5);
  assert.ok(after.machine - before.machine > 5);
  assert.ok(after.possible > before.possible);
});
times.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createWaitingLine } from '../../../service/routing/waiting-line.js';

const lines = suite('createWaitingLine');
lines('counts who waits, and knows since when the first one does', () => {
  const line = createWaitingLine();
  assert.equal(line.metrics(), { count: 0 });
  line.add('b', 20);
  line.add('a', 10);
  line.add('c', 30);
  assert.equal(line.metrics(), { count: 3, oldest: 10 });
});
lines('moves on to the next oldest when the first has left', () => {
  const line = createWaitingLine();
  line.add('a', 10);
  line.add('b', 20);
  line.remove('a');
  assert.equal(line.metrics(), { count: 1, oldest: 20 });
  line.add('c', 5);
  assert.equal(line.metrics(), { count: 2, oldest: 5 });
});
lines('works again after it was empty', () => {
  const line = createWaitingLine();
  line.add('a', 10);
  line.remove('a');
  line.remove('nobody');
  assert.equal(line.metrics(), { count: 0 });
  line.add('b', 20);
  assert.equal(line.metrics(), { count: 1, oldest: 20 });
});
lines.run();

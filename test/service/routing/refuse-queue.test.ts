import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { refuseQueue } from '../../../service/routing/refuse-queue.js';
import type { Queue } from '../../../shared/queue.js';

const pointerOf = (change: Partial<Queue>) =>
  refuseQueue(
    'sales',
    { name: 'Sales', description: '', hoursOfOperation: null, ...change },
    new Set(['default', 'sales']),
  )?.pointer;

const test = suite('refuseQueue');
test('takes a queue, and one that overflows into another', () => {
  assert.is(pointerOf({}), undefined);
  assert.is(pointerOf({ overflowQueueId: 'default' }), undefined);
});
test('names the member that is wrong', () => {
  assert.is(pointerOf({ overflowQueueId: 'sales' }), '/overflowQueueId');
  assert.is(pointerOf({ overflowQueueId: 'gone' }), '/overflowQueueId');
  const hoursOfOperation = { timeZone: 'Mars/Base', config: [] };
  assert.is(pointerOf({ hoursOfOperation }), '/hoursOfOperation/timeZone');
});
test.run();

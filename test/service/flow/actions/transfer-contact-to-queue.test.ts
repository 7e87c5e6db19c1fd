import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { transferContactToQueue } from '../../../../service/flow/actions/transfer-contact-to-queue.js';
import type { QueueRoom } from '../../../../service/flow/find-room.js';
import { noMetrics } from '../../../support/contact-fixtures.js';
import { facts } from '../../../support/flow-fixtures.js';

const run = (targetQueueId: string | null, rooms: Record<string, QueueRoom> = {}) =>
  transferContactToQueue.run({
    ...{ parameters: {}, wakeAt: null },
    facts: facts({
      ...{ targetQueueId, rooms },
      queues: {
        support: { ...noMetrics, NumberOfContactsInQueue: 7 },
        sales: { ...noMetrics, NumberOfContactsInQueue: 0 },
      },
    }),
  });

const test = suite('TransferContactToQueue');
test('enters the chosen queue, and ends the flow', () => {
  assert.equal(run('support'), { go: 'over', effects: [{ type: 'enter-queue', queueId: 'support' }] });
});
test('goes to the branch of an error without a queue, or if the queue is full', () => {
  assert.equal(run(null), { go: 'error', errorType: 'NoMatchingError' });
  assert.equal(run('gone'), { go: 'error', errorType: 'NoMatchingError' });
  assert.equal(run('support', { support: { maxContacts: 7 } }), {
    go: 'error',
    errorType: 'QueueAtCapacity',
  });
});
test('enters the overflow queue of a full one instead', () => {
  assert.equal(run('support', { support: { maxContacts: 7, overflowQueueId: 'sales' } }), {
    go: 'over',
    effects: [
      { type: 'target-queue', queueId: 'sales' },
      { type: 'enter-queue', queueId: 'sales' },
    ],
  });
});
test('sends the message of a full queue, and ends the chat', () => {
  assert.equal(run('support', { support: { maxContacts: 7, overflowMessage: 'Please call.' } }), {
    go: 'over',
    effects: [
      { type: 'message', contentType: 'text/plain', content: 'Please call.' },
      { type: 'disconnect' },
    ],
  });
});
test.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import { findRoom, type QueueRoom } from '../../../service/flow/find-room.js';

const world = (queues: Record<string, [waiting: number, room: QueueRoom]>) => ({
  queues: Object.fromEntries(
    Object.entries(queues).map(([id, [NumberOfContactsInQueue]]) => [id, { NumberOfContactsInQueue }]),
  ),
  rooms: Object.fromEntries(Object.entries(queues).map(([id, [, room]]) => [id, room])),
});

const test = suite('findRoom');
test('takes the queue itself while it has room, and any number without a limit', () => {
  assert.equal(findRoom('a', world({ a: [1, { maxContacts: 2, overflowQueueId: 'b' }] })), { queueId: 'a' });
  assert.equal(findRoom('a', world({ a: [9_999, {}] })), { queueId: 'a' });
});
test('follows the overflow of full queues', () => {
  const full = { maxContacts: 1 };
  const queues = world({
    a: [1, { ...full, overflowQueueId: 'b' }],
    b: [1, { ...full, overflowQueueId: 'c' }],
    c: [0, full],
  });
  assert.equal(findRoom('a', queues), { queueId: 'c' });
});
test('gives the message of the last full queue that has one', () => {
  const full = { maxContacts: 1 };
  const queues = world({
    a: [1, { ...full, overflowQueueId: 'b', overflowMessage: 'A is full.' }],
    b: [1, { ...full, overflowQueueId: 'c', overflowMessage: 'B is full.' }],
    c: [1, full],
  });
  assert.equal(findRoom('a', queues), { message: 'B is full.' });
  assert.equal(findRoom('c', queues), { message: null });
});
test('skips an overflow queue that no longer exists', () => {
  assert.equal(findRoom('a', world({ a: [1, { maxContacts: 1, overflowQueueId: 'gone' }] })), {
    message: null,
  });
});
test('ends for every set of queues, circles included, and never chooses a full one', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const room = fc.record(
    { maxContacts: fc.integer({ min: 1, max: 3 }), overflowQueueId: id, overflowMessage: fc.string() },
    { requiredKeys: [] },
  );
  const queues = fc.dictionary(id, fc.tuple(fc.integer({ min: 0, max: 3 }), room), { minKeys: 1 });
  fc.assert(
    fc.property(queues, id, (all, first) => {
      const place = findRoom(first, world(all));
      if (!('queueId' in place)) return;
      const [waiting, { maxContacts = Infinity }] = all[place.queueId]!;
      assert.ok(waiting < maxContacts);
    }),
  );
});
test.run();

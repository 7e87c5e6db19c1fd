import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { match, type FreeAgent, type WaitingContact } from '../../../service/routing/match.js';

const contact = (contactId: string, since: number, change: Partial<WaitingContact> = {}): WaitingContact => ({
  contactId,
  queueId: 'q',
  since,
  passedOver: {},
  ...change,
});
const agent = (agentId: string, idleSince: number, change: Partial<FreeAgent> = {}): FreeAgent => ({
  agentId,
  idleSince,
  queues: ['q'],
  room: 1,
  ...change,
});

const matching = suite('match');
matching('offers the longest-waiting contact to the longest-idle agent', () => {
  const matches = match([contact('late', 2), contact('early', 1)], [agent('busy', 9), agent('idle', 3)], 10);
  assert.equal(matches, [
    { contactId: 'early', agentId: 'idle' },
    { contactId: 'late', agentId: 'busy' },
  ]);
});
matching('gives no agent more contacts than they may have', () => {
  const matches = match(
    [contact('a', 1), contact('b', 2), contact('c', 3)],
    [agent('x', 0, { room: 2 })],
    10,
  );
  assert.equal(
    matches.map(({ contactId }) => contactId),
    ['a', 'b'],
  );
});
matching('distributes contacts before it fills an agent up', () => {
  const matches = match(
    [contact('a', 1), contact('b', 2)],
    [agent('x', 0, { room: 5 }), agent('y', 5, { room: 5 })],
    10,
  );
  assert.equal(
    matches.map(({ agentId }) => agentId),
    ['x', 'y'],
  );
});
matching('uses only agents of the queue', () => {
  assert.equal(match([contact('a', 1)], [agent('x', 0, { queues: ['other'] })], 10), []);
});
matching('uses an agent who declined only if no other can accept, and after a pause', () => {
  const waiting = [contact('a', 1, { passedOver: { x: 30 } })];
  assert.equal(match(waiting, [agent('x', 0)], 29), []);
  assert.equal(match(waiting, [agent('x', 0)], 30), [{ contactId: 'a', agentId: 'x' }]);
  assert.equal(match(waiting, [agent('x', 0), agent('y', 5)], 99), [{ contactId: 'a', agentId: 'y' }]);
  const unable = [agent('y', 5, { room: 0 }), agent('z', 5, { queues: ['other'] })];
  assert.equal(match(waiting, [agent('x', 0), ...unable], 99), [{ contactId: 'a', agentId: 'x' }]);
});
matching('prefers those whose pause is over, of several who declined', () => {
  const waiting = [contact('a', 1, { passedOver: { x: 30, y: 20 } })];
  assert.equal(match(waiting, [agent('x', 0), agent('y', 5)], 25), [{ contactId: 'a', agentId: 'y' }]);
});
matching('offers returned contacts first, in the order in which they first waited', () => {
  const waiting = [
    contact('new', 1),
    contact('back late', 8, { firstSince: 5 }),
    contact('back early', 9, { firstSince: 4 }),
  ];
  assert.equal(
    match(waiting, [agent('x', 0, { room: 3 })], 10).map(({ contactId }) => contactId),
    ['back early', 'back late', 'new'],
  );
});
matching('skips a contact that no agent can accept', () => {
  const waiting = [contact('a', 1, { queueId: 'elsewhere' }), contact('b', 2)];
  assert.equal(match(waiting, [agent('x', 0)], 10), [{ contactId: 'b', agentId: 'x' }]);
});
matching('never offers a contact twice, overfills an agent, or leaves a possible offer unmade', () => {
  const queue = fc.constantFrom('q', 'r');
  const waiting = fc.uniqueArray(
    fc.record({ contactId: fc.string(), queueId: queue, since: fc.nat(9), passedOver: fc.constant({}) }),
    {
      selector: ({ contactId }) => contactId,
    },
  );
  const someAgents = fc.uniqueArray(
    fc.record({
      // Includes names of object members.
      agentId: fc.oneof(fc.string(), fc.constantFrom('constructor', 'valueOf', '__proto__')),
      queues: fc.subarray(['q', 'r']),
      room: fc.integer({ min: -1, max: 3 }),
      idleSince: fc.nat(9),
    }),
    { selector: ({ agentId }) => agentId },
  );
  fc.assert(
    fc.property(waiting, someAgents, (contacts, agents) => {
      const matches = match(contacts, agents, 10);
      assert.is(new Set(matches.map(({ contactId }) => contactId)).size, matches.length);
      for (const { agentId, room, queues } of agents) {
        const given = matches.filter((each) => each.agentId === agentId);
        assert.ok(given.length <= Math.max(0, room));
        const left = contacts.filter(
          ({ contactId, queueId }) =>
            queues.includes(queueId) && !matches.some((each) => each.contactId === contactId),
        );
        assert.ok(left.length === 0 || given.length === Math.max(0, room));
      }
    }),
  );
});
matching.run();

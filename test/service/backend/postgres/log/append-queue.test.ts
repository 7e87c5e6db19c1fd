import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createAppendQueue } from '../../../../../service/backend/postgres/log/append-queue.js';
import type { Append } from '../../../../../service/backend/contact-log.js';
import { settled } from '../../../../support/settled.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { entry } from '../../contact-log-contract.js';

const append = (contactId: string, expected = 0): Append => ({
  contactId,
  expected,
  entries: [{ seq: expected + 1, ...entry('x') }],
  summary: undefined,
});

/** A queue whose groups are stored when the test says so. */
function openQueue() {
  const groups: string[][] = [];
  const ends: { stored: (contactIds: Iterable<string>) => void; failed: (error: unknown) => void }[] = [];
  const queue = createAppendQueue({
    store(group) {
      groups.push(group.map(({ contactId, expected }) => `${contactId} ${expected}`));
      return new Promise((resolve, failed) =>
        ends.push({ stored: (contactIds) => resolve(new Set(contactIds)), failed }),
      );
    },
    stored: () => undefined,
    conflicts: (_, writer) => writer.outdated(0),
  });
  /** Resolves with whether the append is stored. */
  const add = (append: Append) =>
    new Promise<boolean>((resolve, failed) =>
      queue.add(append, { stored: () => resolve(true), outdated: () => resolve(false), failed }),
    );
  return { queue, add, groups, ends };
}

const queues = suite('createAppendQueue');
queues('what arrives while a group is stored is the next group', async () => {
  const { queue, add, groups, ends } = openQueue();
  const first = [add(append('a')), add(append('b'))];
  await settled();
  const next = ['c', 'd', 'e'].map((contactId) => add(append(contactId)));
  await settled();
  assert.equal(groups, [['a 0', 'b 0']]);
  ends[0]!.stored(['a']);
  assert.equal(await Promise.all(first), [true, false]);
  await settled();
  assert.equal(groups[1], ['c 0', 'd 0', 'e 0']);
  ends[1]!.stored(['c', 'd', 'e']);
  await Promise.all(next);
  await queue.settled();
});
queues('of each contact a group has one append, and they stay in order', async () => {
  const { add, groups, ends } = openQueue();
  const all = [append('a'), append('a', 1), append('b'), append('a', 2)].map((each) => add(each));
  for (let index = 0; index < 3; index += 1) {
    await settled();
    ends[index]!.stored(['a', 'b']);
  }
  await Promise.all(all);
  assert.equal(groups, [['a 0', 'b 0'], ['a 1'], ['a 2']]);
});
queues('a group that fails takes with it what waits, and the next one goes on', async () => {
  const { add, ends } = openQueue();
  const first = rejectionOf(add(append('a')));
  await settled();
  const waiting = rejectionOf(add(append('a', 1)));
  ends[0]!.failed(new Error('the database is gone'));
  assert.is((await first).message, 'the database is gone');
  assert.is(((await waiting) as { code?: string }).code, 'TEMPORARILY_UNAVAILABLE');
  const next = add(append('a'));
  await settled();
  ends[1]!.stored(['a']);
  assert.is(await next, true);
});
queues.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMemoryCollection } from '../../../service/backend/memory/collection.js';
import { createLocalClaims } from '../../../service/backend/memory/claims.js';
import type { ContactQuery } from '../../../service/backend/contact-query.js';
import { pageOf } from '../../../service/backend/contact-query.js';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import { summarise } from '../../../service/contact/summarise.js';
import { createRetention, erasedAtMost, runEvery } from '../../../service/retention/retention.js';
import { RetentionSchema } from '../../../shared/retention.js';
import { noon, queuedContact } from '../../support/contact-fixtures.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';

const day = 86_400_000;
const active = summarise(queuedContact());
const ended = (contactId: string, daysAgo: number, change: Partial<ContactSummary> = {}): ContactSummary => ({
  ...active,
  contactId,
  state: 'ENDED',
  startedAt: noon - daysAgo * day - 1_000,
  endedAt: noon - daysAgo * day,
  queue: null,
  ...change,
});

function setUp(summaries: readonly ContactSummary[], broken: readonly string[] = []) {
  const clock = createTestClock();
  const stored = new Map(summaries.map((summary) => [summary.contactId, summary]));
  const store = createMemoryCollection({ schema: RetentionSchema });
  const claims = createLocalClaims();
  const logged: unknown[] = [];
  const logger = {
    info: (...words: unknown[]) => void logged.push(words),
    error: (...words: unknown[]) => void logged.push(words),
  };
  const contacts = {
    async erase(contactId: string) {
      if (broken.includes(contactId)) throw new Error('disk');
      stored.delete(contactId);
    },
    log: {
      list: async (query: ContactQuery) => ({
        ...{ contacts: pageOf(query, [...stored.values()]), damaged: [], isIncomplete: false },
      }),
    },
  };
  const retention = createRetention({ store, contacts, claims, clock, logger: logger as never });
  return { clock, retention, claims, logged, left: () => [...stored.keys()] };
}

const test = suite('createRetention');
test('erases nothing unless it is set', async () => {
  const { retention, left } = setUp([ended('old', 5_000)]);
  assert.equal([await retention.get(), await retention.run()], [{ days: null }, 0]);
  assert.equal(left(), ['old']);
});
test('erases contacts that ended earlier, and no other', async () => {
  const { retention, left, logged } = setUp([
    ended('old', 31),
    ended('new', 29),
    ended('long', 29, { startedAt: noon - 40 * day }),
    ended('wrapping-up', 31, { state: 'ACTIVE' }),
    { ...active, contactId: 'active', startedAt: noon - 40 * day },
  ]);
  await retention.put({ days: 30 });
  assert.is(await retention.run(), 1);
  assert.equal(left(), ['new', 'long', 'wrapping-up', 'active']);
  assert.equal(logged, [[{ count: 1, days: 30 }, 'contacts erased after their retention']]);
});
test('runs by itself, and takes a contact up again that it could not erase', async () => {
  const broken = ['stuck'];
  const { clock, retention, left, logged } = setUp([ended('stuck', 31), ended('old', 32)], broken);
  await retention.put({ days: 30 });
  clock.pass(runEvery);
  await settled();
  assert.equal([left(), logged.length], [['stuck'], 2]);
  broken.pop();
  clock.pass(runEvery);
  await settled();
  assert.equal(left(), []);
  retention.close();
  assert.is(clock.pending, 0);
});
test('ends after a number of contacts, and goes on in the next run', async () => {
  const all = Array.from({ length: erasedAtMost + 5 }, (_, index) => ended(`k${index}`, 31));
  const { retention, left } = setUp(all);
  await retention.put({ days: 30 });
  assert.is(await retention.run(), erasedAtMost);
  assert.is(await retention.run(), 5);
  assert.equal(left(), []);
});
test('leaves the work to another process that is at it', async () => {
  const { retention, claims } = setUp([ended('old', 31)]);
  await retention.put({ days: 30 });
  const claim = await claims.take('retention', 1);
  assert.is(await retention.run(), 0);
  claim!.release();
  assert.is(await retention.run(), 1);
});
test.run();

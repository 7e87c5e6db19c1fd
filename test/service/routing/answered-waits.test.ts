import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import { createSummaryFeed } from '../../../service/contact/summary-feed.js';
import { summarise } from '../../../service/contact/summarise.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { createAnsweredWaits, rememberedFor } from '../../../service/routing/answered-waits.js';
import { noon, queuedContact } from '../../support/contact-fixtures.js';
import { createTestClock } from '../../support/test-clock.js';

const waiting = summarise(queuedContact());
const entry = { seq: 1, at: noon, kind: 'queue.entered', queueId: 'default' } as const;

function setUp() {
  const clock = createTestClock();
  const onError = (error: unknown) => assert.unreachable(String(error));
  const bus = createLocalBus<ContactTopics>({ onError });
  const summaries = createSummaryFeed({ bus, isShared: false, onError });
  const line = new Set<string>();
  const waits = createAnsweredWaits({
    ...{ contacts: { summaries }, clock },
    workload: { queued: () => ({ count: line.size }) },
  });
  const tell = (contactId: string, change: Partial<ContactSummary> = {}) =>
    summaries.publish({ summary: { ...waiting, contactId, ...change }, lastSeq: 1, entries: [entry] });
  return {
    ...{ clock, waits, summaries },
    enter(contactId: string, change: Partial<ContactSummary> = {}) {
      line.add(contactId);
      tell(contactId, change);
    },
    leave(contactId: string, activeAgentIds: string[]) {
      line.delete(contactId);
      tell(contactId, { queue: null, activeAgentIds });
    },
  };
}

const test = suite('createAnsweredWaits');
test('counts the contacts that agents took, and those within a time', () => {
  const { clock, waits, enter, leave } = setUp();
  for (const [contactId, seconds] of [
    ['a', 10],
    ['b', 40],
    ['c', 20],
  ] as const) {
    enter(contactId);
    clock.pass(seconds * 1_000);
    leave(contactId, ['ada']);
  }
  const { answered, answeredWithin, perPlace } = waits.of('default');
  assert.equal([answered, answeredWithin(20), answeredWithin(40), perPlace], [3, 2, 3, 20_000]);
  assert.is(waits.of('sales').answered, 0);
});
test('divides a wait by the places that it took', () => {
  const { clock, waits, enter, leave } = setUp();
  for (const contactId of ['a', 'b', 'c']) enter(contactId);
  for (const contactId of ['a', 'b', 'c']) {
    clock.pass(60_000);
    leave(contactId, ['ada']);
  }
  assert.is(waits.of('default').perPlace, 60_000);
});
test('guesses nothing after two contacts, and ignores those that nobody took', () => {
  const { clock, waits, enter, leave } = setUp();
  for (const contactId of ['a', 'b', 'c', 'd']) enter(contactId);
  clock.pass(1_000);
  leave('a', ['ada']);
  leave('b', []);
  leave('c', ['ada']);
  const { answered, perPlace } = waits.of('default');
  assert.equal([answered, perPlace], [2, null]);
});
test('ignores offline messages, and waits that began before this process', () => {
  const { clock, waits, summaries, enter, leave } = setUp();
  enter('left', { isLeftMessage: true });
  summaries.repeat({ ...waiting, contactId: 'old' });
  clock.pass(1_000);
  leave('left', ['ada']);
  leave('old', ['ada']);
  assert.is(waits.of('default').answered, 0);
});
test('forgets what is older than an hour', () => {
  const { clock, waits, enter, leave } = setUp();
  enter('a');
  leave('a', ['ada']);
  clock.pass(rememberedFor - 1);
  assert.is(waits.of('default').answered, 1);
  clock.pass(1);
  assert.is(waits.of('default').answered, 0);
});
test.run();

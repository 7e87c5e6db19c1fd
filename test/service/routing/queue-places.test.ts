import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import type { ContactSummary } from '../../../service/contact/contact-summary.js';
import { createSummaryFeed } from '../../../service/contact/summary-feed.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { summarise } from '../../../service/contact/summarise.js';
import {
  createQueuePlaces,
  updateInterval,
  type QueuePosition,
} from '../../../service/routing/queue-places.js';
import { createWorkload } from '../../../service/routing/workload.js';
import { noon, queuedContact } from '../../support/contact-fixtures.js';
import { createTestClock } from '../../support/test-clock.js';

const waiting = summarise(queuedContact());
const at = (contactId: string, since: number, change: Partial<ContactSummary> = {}): ContactSummary => ({
  ...waiting,
  contactId,
  queue: { ...waiting.queue!, since: noon + since },
  ...change,
});

function setUp() {
  const clock = createTestClock();
  const onError = (error: unknown) => assert.unreachable(String(error));
  const bus = createLocalBus<ContactTopics>({ onError });
  const summaries = createSummaryFeed({ bus, isShared: false, onError });
  const workload = createWorkload(clock);
  const asked: string[] = [];
  // Like the router, which handles the summary first.
  summaries.on(({ summary, entries }) => void workload.note(summary, entries));
  const line = (queueId: string) => {
    asked.push(queueId);
    return workload.line(queueId);
  };
  const places = createQueuePlaces({ workload: { line }, contacts: { summaries }, clock });
  const tell = (summary: ContactSummary) => summaries.repeat(summary);
  const follow = (contactId: string) => {
    const heard: (QueuePosition | null)[] = [];
    const listener = { queuePlace: (place: QueuePosition | null) => void heard.push(place) };
    places.follow(contactId, listener);
    return { heard, undo: () => places.unfollow(contactId, listener) };
  };
  return { clock, places, tell, follow, asked };
}

const test = suite('createQueuePlaces');
test('tells each customer their position, in the order of offers', () => {
  const { clock, tell, follow } = setUp();
  tell(at('late', 20));
  tell(at('early', 10));
  const [late, early] = [follow('late'), follow('early')];
  clock.pass(0);
  assert.equal(late.heard, [{ position: 2, size: 2 }]);
  assert.equal(early.heard, [{ position: 1, size: 2 }]);
});
test('tells those behind when one before them leaves, and tells that one that the wait is over', () => {
  const { clock, tell, follow } = setUp();
  tell(at('early', 10));
  tell(at('late', 20));
  const [early, late] = [follow('early'), follow('late')];
  clock.pass(updateInterval);
  tell(at('early', 10, { queue: null, activeAgentIds: ['a1'] }));
  assert.equal(early.heard.pop(), null);
  clock.pass(updateInterval);
  assert.equal(late.heard, [
    { position: 2, size: 2 },
    { position: 1, size: 1 },
  ]);
});
test('reorders a queue once for all changes of a pause', () => {
  const { clock, tell, follow, asked } = setUp();
  const first = follow('k0');
  for (let index = 0; index < 500; index += 1) tell(at(`k${index}`, index));
  clock.pass(0);
  assert.is(asked.length, 1);
  for (let index = 500; index < 1000; index += 1) tell(at(`k${index}`, index));
  clock.pass(updateInterval);
  assert.is(asked.length, 2);
  clock.pass(10 * updateInterval);
  assert.is(asked.length, 2, "sends nothing for a queue that doesn't change");
  assert.equal(first.heard, [{ position: 1, size: 500 }], 'tells nobody of those behind them');
});
test('tells a returning customer at once, and nobody who has left', () => {
  const { clock, tell, follow } = setUp();
  tell(at('early', 10));
  const first = follow('early');
  clock.pass(0);
  const again = follow('early');
  assert.equal(again.heard, [{ position: 1, size: 1 }]);
  first.undo();
  again.undo();
  tell(at('early', 10, { queue: null }));
  assert.is(again.heard.length, 1);
});
test('sends nothing for an offline message', () => {
  const { clock, tell, follow } = setUp();
  tell(at('left', 10, { isLeftMessage: true }));
  tell(at('behind', 20));
  const [left, behind] = [follow('left'), follow('behind')];
  clock.pass(updateInterval);
  assert.equal(left.heard, []);
  assert.equal(behind.heard, [{ position: 2, size: 2 }]);
});
test('leaves no timer once it is closed', () => {
  const { clock, places, tell } = setUp();
  tell(at('early', 10));
  clock.pass(0);
  places.close();
  assert.is(clock.pending, 0);
});
test.run();

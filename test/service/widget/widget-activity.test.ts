import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createMemoryCollection } from '../../../service/backend/memory/collection.js';
import { WidgetActivitySchema } from '../../../service/widget/activity-schema.js';
import { openWidgetActivities } from '../../../service/widget/widget-activity.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';

const start = Date.UTC(2026, 2, 2, 10);
const at = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

async function open(store = createMemoryCollection({ schema: WidgetActivitySchema })) {
  const clock = createTestClock(start);
  const activities = await openWidgetActivities({
    store,
    clock,
    onError: (error) => assert.unreachable(String(error)),
  });
  return { activities, store, clock };
}

const activity = suite('widget activity');
activity('begins empty', async () => {
  const { activities } = await open();
  assert.equal(activities.of('w'), { lastChatAt: null, seen: [], refused: [] });
});
activity('shows where a widget was last seen, each place once', async () => {
  const { activities, clock } = await open();
  activities.noteSeen('w', 'https://a.example');
  clock.pass(1000);
  activities.noteSeen('w', 'https://b.example');
  clock.pass(1000);
  activities.noteSeen('w', 'https://a.example');
  assert.equal(activities.of('w').seen, [
    { origin: 'https://a.example', at: at(2) },
    { origin: 'https://b.example', at: at(1) },
  ]);
});
activity('records a place once a second, however often it is seen', async () => {
  const { activities, clock } = await open();
  activities.noteSeen('w', 'https://a.example');
  clock.pass(999);
  activities.noteSeen('w', 'https://a.example');
  assert.equal(activities.of('w').seen, [{ origin: 'https://a.example', at: at(0) }]);
  clock.pass(1);
  activities.noteSeen('w', 'https://a.example');
  assert.equal(activities.of('w').seen, [{ origin: 'https://a.example', at: at(1) }]);
});
activity('counts refusals for the same reason, and shortens long values', async () => {
  const { activities, clock } = await open();
  activities.noteRefused('w', { origin: 'https://evil.example', reason: 'ORIGIN' });
  activities.noteRefused('w', { origin: undefined, reason: 'ORIGIN' });
  clock.pass(1000);
  activities.noteRefused('w', { origin: 'https://evil.example', reason: 'ORIGIN' });
  activities.noteRefused('w', { origin: 'x'.repeat(1000), reason: 'EXPIRED' });
  const [long, ...rest] = activities.of('w').refused;
  assert.is(long!.origin!.length, 300);
  assert.equal(rest, [
    { at: at(1), origin: 'https://evil.example', reason: 'ORIGIN', count: 2 },
    { at: at(0), origin: null, reason: 'ORIGIN', count: 1 },
  ]);
});
activity('keeps the last 100 refusals', async () => {
  const { activities } = await open();
  for (let n = 0; n < 150; n += 1)
    activities.noteRefused('w', { origin: `https://${n}.example`, reason: 'ORIGIN' });
  const { refused } = activities.of('w');
  assert.equal([refused.length, refused[0]!.origin], [100, 'https://149.example']);
});
activity('collects notes, writes them once, and has them after opening again', async () => {
  const { activities, store, clock } = await open();
  activities.noteChat('w');
  activities.noteSeen('w', 'https://a.example');
  assert.equal([clock.pending, await store.list()], [1, []]);
  clock.pass(10_000);
  await activities.close();
  assert.is((await store.get('w'))!.version, 1);
  assert.is((await open(store)).activities.of('w').lastChatAt, at(0));
});
activity('writes the remaining notes when it is closed, and forgets deleted widgets', async () => {
  const { activities, store } = await open();
  activities.noteChat('w');
  activities.noteChat('gone');
  await activities.forget('gone');
  await activities.close();
  assert.equal(
    (await store.list()).map(({ id }) => id),
    ['w'],
  );
});
activity('merges its notes with those of other processes', async () => {
  const store = createMemoryCollection({ schema: WidgetActivitySchema });
  const [here, there] = [await open(store), await open(store)];
  for (const { activities } of [here, there]) {
    activities.noteRefused('w', { origin: 'https://evil.example', reason: 'ORIGIN' });
    activities.noteChat('w');
  }
  here.activities.noteSeen('w', 'https://a.example');
  there.activities.noteSeen('w', 'https://b.example');
  await Promise.all([here.activities.close(), there.activities.close()]);
  const { value } = (await store.get('w'))!;
  assert.is(value.refused[0]!.count, 2);
  assert.equal(value.seen.map(({ origin }) => origin).sort(), ['https://a.example', 'https://b.example']);
  assert.equal((await open(store)).activities.of('w'), value);
});
activity('keeps what could not be written, and counts it once', async () => {
  const store = createMemoryCollection({ schema: WidgetActivitySchema });
  const errors: unknown[] = [];
  const clock = createTestClock(start);
  const activities = await openWidgetActivities({ store, clock, onError: (error) => errors.push(error) });
  const { put } = store;
  store.put = () => Promise.reject(new Error('the disk is full'));
  activities.noteRefused('w', { origin: 'https://evil.example', reason: 'ORIGIN' });
  clock.pass(10_000);
  await settled();
  assert.is(errors.length, 1);
  store.put = put;
  activities.noteRefused('w', { origin: 'https://evil.example', reason: 'ORIGIN' });
  assert.is(activities.of('w').refused[0]!.count, 2);
  await activities.close();
  assert.is((await store.get('w'))!.value.refused[0]!.count, 2);
});
activity.run();

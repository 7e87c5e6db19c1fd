import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import type { Entry, NewEntry } from '../../../service/contact/entry.js';
import { follow, type Follower } from '../../../service/contact/follow.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import type { Bus } from '../../../service/backend/bus.js';
import { createHintCheck } from '../../../service/contact/hint-check.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { noon } from '../../support/contact-fixtures.js';
import { createFaultyNetwork } from '../../support/faulty-network.js';
import { createSeededRandom } from '../../support/seeded-random.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';

const entry = (queueId: string): NewEntry => ({ at: noon, kind: 'queue.targeted', queueId });

async function setUp(count: number, follower: Partial<Follower> = {}) {
  const log = createMemoryContactLog();
  const bus = createLocalBus<ContactTopics>({ onError: () => assert.unreachable() });
  await log.append(
    'k1',
    0,
    Array.from({ length: count }, (_, index) => entry(`q${index}`)),
  );
  const given: Entry[] = [];
  let caughtUp = () => {};
  const isCaughtUp = new Promise<void>((resolve) => (caughtUp = resolve));
  const stop = follow({
    log,
    bus,
    contactId: 'k1',
    after: 0,
    follower: {
      entries: (entries) => given.push(...entries),
      caughtUp,
      failed: () => assert.unreachable(),
      ...follower,
    },
  });
  const hint = (entries: Entry[]) => bus.publish('contact', 'k1', { type: 'entries', entries });
  const append = async (): Promise<Entry[]> => {
    const appended = await log.append('k1', (await log.read('k1', 0, 10_000)).length, [entry('more')]);
    return appended.ok ? appended.entries : [];
  };
  const settled = async (length: number) => {
    while (given.length < length) await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, bus, given, isCaughtUp, stop, hint, append, settled };
}
const seqs = (entries: Entry[]): number[] => entries.map(({ seq }) => seq);
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

const following = suite('follow');
following('reads a long log in pages to its end', async () => {
  const { given, isCaughtUp } = await setUp(1_000);
  await isCaughtUp;
  assert.equal(seqs(given), upTo(1_000));
});
following('delivers each entry once if a hint is duplicated', async () => {
  const { given, isCaughtUp, hint, append } = await setUp(3);
  await isCaughtUp;
  const more = await append();
  hint(more);
  hint(more);
  assert.equal(seqs(given), upTo(4));
});
following('notices a lost hint at the next one, and reads the log', async () => {
  const { given, isCaughtUp, hint, append, settled } = await setUp(3);
  await isCaughtUp;
  await append();
  await append();
  hint(await append());
  await settled(6);
  assert.equal(seqs(given), upTo(6));
});
following('loses nothing that is appended while it reads', async () => {
  const { given, hint, append, settled } = await setUp(3);
  hint(await append());
  await settled(4);
  assert.equal(seqs(given), upTo(4));
});
following('sends a busy follower nothing live, and everything afterwards', async () => {
  let free = () => {};
  let busy: Promise<void> | null = null;
  const { given, isCaughtUp, hint, append, settled } = await setUp(3, { busy: () => busy });
  await isCaughtUp;
  busy = new Promise((resolve) => (free = resolve));
  hint(await append());
  hint(await append());
  await new Promise((resolve) => setImmediate(resolve));
  assert.is(given.length, 3);
  busy = null;
  free();
  await settled(5);
  assert.equal(seqs(given), upTo(5));
});
for (const withCheck of [false, true])
  following(
    `reads again once the bus is live after an interruption${withCheck ? ', if a check finds it behind' : ''}`,
    async () => {
      const clock = createTestClock();
      const random = createSeededRandom(1);
      const onError = () => assert.unreachable();
      const network = createFaultyNetwork<ContactTopics>({ clock, random, onError });
      const [here, there] = [network.join(), network.join()];
      const log = createMemoryContactLog();
      const { changes } = log;
      const summaries = { catchUp: () => undefined, begin: () => undefined };
      const hintCheck = withCheck ? createHintCheck({ changes, clock, summaries, onError }) : null;
      const given: Entry[] = [];
      const stop = follow({
        ...{ log, bus: there, hintCheck, contactId: 'k1', after: 0 },
        follower: { entries: (entries) => given.push(...entries), failed: () => assert.unreachable() },
      });
      await settled();
      const heal = network.interrupt(1);
      const appended = await log.append('k1', 0, [entry('q')]);
      if (appended.ok) here.publish('contact', 'k1', { type: 'entries', entries: appended.entries });
      clock.pass(0);
      await settled();
      assert.equal(given, []);
      heal();
      await settled();
      assert.equal(seqs(given), [1]);
      stop();
      hintCheck?.close();
      assert.is(clock.pending, 0);
    },
  );
following('reads what was appended before the bus was live', async () => {
  let live = (): void => undefined;
  const bus: Bus<ContactTopics> = {
    publish: () => undefined,
    subscribe(_kind, _id, subscriber) {
      live = () => subscriber.live?.();
      return () => undefined;
    },
  };
  const log = createMemoryContactLog();
  const given: Entry[] = [];
  follow({
    ...{ log, bus, contactId: 'k1', after: 0 },
    follower: { entries: (entries) => given.push(...entries), failed: () => assert.unreachable() },
  });
  await settled();
  await log.append('k1', 0, [entry('q')]);
  live();
  await settled();
  assert.equal(seqs(given), [1]);
});
following('delivers nothing after it was stopped', async () => {
  const { given, isCaughtUp, hint, append, stop } = await setUp(3);
  await isCaughtUp;
  stop();
  hint(await append());
  assert.is(given.length, 3);
});
following("reports once that the log can't be read", async () => {
  const failures: unknown[] = [];
  const bus = createLocalBus<ContactTopics>({ onError: () => assert.unreachable() });
  const log = { ...createMemoryContactLog(), read: () => Promise.reject(new Error('gone')) };
  await new Promise<void>((resolve) => {
    follow({
      log,
      bus,
      contactId: 'k1',
      after: 0,
      follower: { entries: () => assert.unreachable(), failed: (error) => (failures.push(error), resolve()) },
    });
  });
  assert.is(failures.length, 1);
});
following.run();

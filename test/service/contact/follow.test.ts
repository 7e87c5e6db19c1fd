import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import type { Entry, NewEntry } from '../../../service/contact/entry.js';
import { follow, type Follower } from '../../../service/contact/follow.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { noon } from '../../support/contact-fixtures.js';

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
following('reads a long log in pages, to its end', async () => {
  const { given, isCaughtUp } = await setUp(1_000);
  await isCaughtUp;
  assert.equal(seqs(given), upTo(1_000));
});
following('a doubled hint gives nothing twice', async () => {
  const { given, isCaughtUp, hint, append } = await setUp(3);
  await isCaughtUp;
  const more = await append();
  hint(more);
  hint(more);
  assert.equal(seqs(given), upTo(4));
});
following('a lost hint is noticed at the next one, and read from the log', async () => {
  const { given, isCaughtUp, hint, append, settled } = await setUp(3);
  await isCaughtUp;
  await append();
  await append();
  hint(await append());
  await settled(6);
  assert.equal(seqs(given), upTo(6));
});
following('what comes while it reads is not lost', async () => {
  const { given, hint, append, settled } = await setUp(3);
  hint(await append());
  await settled(4);
  assert.equal(seqs(given), upTo(4));
});
following('a busy follower is given nothing live, and all of it afterwards', async () => {
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
following('gives nothing after it was stopped', async () => {
  const { given, isCaughtUp, hint, append, stop } = await setUp(3);
  await isCaughtUp;
  stop();
  hint(await append());
  assert.is(given.length, 3);
});
following('says once when the log cannot be read', async () => {
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

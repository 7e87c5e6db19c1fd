import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../service/backend/memory/local-bus.js';
import { createContacts } from '../../../service/contact/contacts.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import type { Entry } from '../../../service/contact/entry.js';
import { ServiceError } from '../../../service/errors.js';
import type { Changes } from '../../../service/backend/changes.js';
import type { ContactLog } from '../../../service/backend/contact-log.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { LocalTimers } from '../../../service/backend/memory/timers.js';
import { limits } from '../../../shared/limits.js';
import { emptyWorld, noon, startCommand } from '../../support/contact-fixtures.js';
import { createTestClock } from '../../support/test-clock.js';

function setUp(log: ContactLog = createMemoryContactLog(), changes: Changes | null = null) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const clock = createTestClock();
  const timers = new LocalTimers({ clock });
  const bus = createLocalBus<ContactTopics>({ onError });
  const contacts = createContacts({
    log,
    changes,
    bus,
    timers,
    clock,
    world: async () => emptyWorld,
    onError,
  });
  return { contacts, bus, log, clock, errors };
}
const say = (clientToken: string) =>
  ({
    type: 'send',
    now: noon,
    participantId: 'c1',
    clientToken,
    contentType: 'text/plain',
    content: clientToken,
  }) as const;
const follow = (contacts: ReturnType<typeof createContacts>, after = 0) => {
  const entries: Entry[] = [];
  const caughtUp = new Promise<void>((resolve) => {
    contacts.follow('k1', after, {
      entries: (more) => entries.push(...more),
      caughtUp: resolve,
      failed: () => assert.unreachable(),
    });
  });
  return { entries, caughtUp };
};

const contacts = suite('createContacts');
contacts('gives followers every entry once and in order, whenever they start', async () => {
  const { contacts } = setUp();
  await contacts.run('k1', startCommand());
  const early = follow(contacts);
  await early.caughtUp;
  await Promise.all(['a', 'b', 'c'].map((token) => contacts.run('k1', say(token))));
  const late = follow(contacts, 2);
  await late.caughtUp;
  await contacts.run('k1', say('d'));
  const all = early.entries.map(({ seq }) => seq);
  assert.equal(
    all,
    all.map((_, index) => index + 1),
  );
  assert.equal(late.entries, early.entries.slice(2));
});
contacts('answers all commanders of a round, even if one of them throws', async () => {
  const { contacts, errors } = setUp();
  await contacts.run('k1', startCommand());
  const failure = new Error('a commander that throws');
  contacts.post('k1', say('a'), {
    done: () => {
      throw failure;
    },
    refused: () => assert.unreachable(),
  });
  const { entries } = await contacts.run('k1', say('b'));
  assert.is(entries.length, 1);
  assert.equal(errors, [failure]);
});
contacts('appends all waiting commands together', async () => {
  const { contacts, log } = setUp();
  await contacts.run('k1', startCommand());
  let appends = 0;
  const post = log.post;
  log.post = (...words) => ((appends += 1), post.apply(log, words));
  await Promise.all(Array.from({ length: 50 }, (_, index) => contacts.run('k1', say(`m${index}`))));
  // The first one starts at once.
  assert.is(appends, 2);
});
contacts('decides again if another writer was faster', async () => {
  const log = createMemoryContactLog();
  const [here, there] = [setUp(log), setUp(log)];
  await here.contacts.run('k1', startCommand());
  await there.contacts.run('k1', say('from there'));
  const { entries } = await here.contacts.run('k1', say('from here'));
  const stored = await log.read('k1', 0, 100);
  assert.is(entries[0]!.seq, stored.length);
  assert.equal(
    stored.map(({ seq }) => seq),
    stored.map((_, index) => index + 1),
  );
  const again = await here.contacts.run('k1', say('from there'));
  assert.is(again.repeats, stored.length - 1);
});
contacts('notices what another process appended without a hint', async () => {
  const log = createMemoryContactLog();
  const [here, there] = [setUp(log, log.changes), setUp(log, log.changes)];
  await here.contacts.run('k1', startCommand());
  assert.is((await there.contacts.state('k1'))!.customerMessages, 0);
  await here.contacts.run('k1', say('a'));
  assert.is((await there.contacts.state('k1'))!.customerMessages, 1);
  for (const { contacts } of [here, there]) contacts.close();
});
contacts("doesn't refuse a command because of an outdated state", async () => {
  const log = createMemoryContactLog();
  const [here, there] = [setUp(log, log.changes), setUp(log, log.changes)];
  await here.contacts.run('k1', startCommand());
  await there.contacts.state('k1');
  const offer = { type: 'offer', now: noon, agentId: 'a1', until: noon + limits.ring } as const;
  await here.contacts.run('k1', offer);
  // In the state before the offer, this would be refused.
  const accept = {
    type: 'accept',
    now: noon,
    agentId: 'a1',
    participantId: 'p1',
    displayName: 'Ada',
  } as const;
  const { entries } = await there.contacts.run('k1', accept);
  assert.equal(
    entries.map(({ kind }) => kind),
    ['offer.closed', 'participant.joined'],
  );
  const { repeats } = await here.contacts.run('k1', { ...say('x'), participantId: 'p1' });
  assert.is(repeats, null);
  for (const { contacts } of [here, there]) contacts.close();
});
contacts('tells each sender if nothing can be stored, and continues when it can', async () => {
  const { contacts, log } = setUp();
  await contacts.run('k1', startCommand());
  const post = log.post;
  const failure = new ServiceError('TEMPORARILY_UNAVAILABLE');
  log.post = (_, writer) => queueMicrotask(() => writer.failed(failure));
  const outcomes = await Promise.allSettled([contacts.run('k1', say('a')), contacts.run('k1', say('b'))]);
  assert.ok(outcomes.every(({ status }) => status === 'rejected'));
  log.post = post;
  const { repeats } = await contacts.run('k1', say('a'));
  assert.is(repeats, null);
});
contacts('has the state, and tells followers, only of what is durable', async () => {
  const { contacts, log } = setUp();
  await contacts.run('k1', startCommand());
  const { entries, caughtUp } = follow(contacts);
  await caughtUp;
  const before = (await contacts.state('k1'))!.lastSeq;
  const post = log.post;
  let store = (): void => undefined;
  log.post = (...words) => void (store = () => post.apply(log, words));
  const sent = contacts.run('k1', say('a'));
  const next = contacts.run('k1', say('a'));
  assert.is((await contacts.state('k1'))!.lastSeq, before);
  assert.is(entries.length, before);
  store();
  const { state } = await sent;
  assert.is(state.lastSeq, before + 1);
  assert.is((await next).repeats, before + 1);
  assert.is(entries.length, before + 1);
});
contacts('refuses impossible commands, and has no state of a contact that never started', async () => {
  const { contacts } = setUp();
  const code = await contacts.run('k9', say('a')).catch((error: ServiceError) => error.code);
  assert.is(code, 'CONTACT_NOT_FOUND');
  assert.is(await contacts.state('k9'), null);
});
contacts('resumes after a restart: an offer that rang is missed when its time is over', async () => {
  const log = createMemoryContactLog();
  const before = setUp(log);
  await before.contacts.run('k1', startCommand());
  await before.contacts.run('k1', { type: 'offer', now: noon, agentId: 'a1', until: noon + 20_000 });

  const after = setUp(log);
  const told: unknown[] = [];
  after.contacts.summaries.on(({ summary }) => told.push(summary.offer));
  assert.is(await after.contacts.recover(), 1);
  const missed = new Promise<void>((resolve) => {
    after.contacts.summaries.onAgent(
      'a1',
      (news) => news.type === 'offer-closed' && news.reason === 'MISSED' && resolve(),
    );
  });
  after.clock.pass(20_000);
  await missed;
  assert.equal(told[0], { agentId: 'a1', until: noon + 20_000 });
  assert.is((await after.contacts.state('k1'))!.offer, null);
});
for (const jump of [-24, -1, 1, 24]) {
  contacts(`keeps the length of a ring when the wall clock jumps ${jump} hours during it`, async () => {
    const { contacts, clock } = setUp();
    await contacts.run('k1', startCommand());
    const until = noon + limits.ring;
    await contacts.run('k1', { type: 'offer', now: noon, agentId: 'a1', until });
    clock.pass(5_000);
    clock.jump(jump * 3_600_000);
    assert.is(contacts.ringsFor('k1', until), limits.ring - 5_000);
    clock.pass(limits.ring - 5_001);
    assert.ok((await contacts.state('k1'))!.offer);
    clock.pass(1);
    assert.is((await contacts.run('k1', say('a'))).state.offer, null);
    assert.is((await contacts.state('k1'))!.status, 'ACTIVE');
  });
}
for (const jump of [-24, -1, 1, 24]) {
  contacts(`keeps all deadlines when the wall clock jumps ${jump} hours while they are stored`, async () => {
    const log = createMemoryContactLog();
    const { contacts, clock } = setUp(log);
    const post = log.post.bind(log);
    log.post = (...words) => {
      clock.jump(jump * 3_600_000);
      post(...words);
    };
    await contacts.run('k1', startCommand({ now: clock.now(), minutes: 60 }));
    const now = clock.now();
    const until = now + limits.ring;
    await contacts.run('k1', { type: 'offer', now, agentId: 'a1', until });
    assert.is(contacts.ringsFor('k1', until), limits.ring);
    log.post = post;
    clock.pass(limits.ring - 1);
    assert.ok((await contacts.state('k1'))!.offer);
    clock.pass(1);
    assert.is((await contacts.run('k1', say('a'))).state.offer, null);
    clock.pass(60 * 60_000 - limits.ring - 1);
    assert.is((await contacts.run('k1', say('b'))).state.status, 'ACTIVE');
    clock.pass(1);
    const ended = await contacts.run('k1', say('c')).catch((error: ServiceError) => error.code);
    assert.is(ended, 'CONTACT_ENDED');
  });
}
contacts('resumes contacts of an older release that stored only the next deadline', async () => {
  const log = createMemoryContactLog();
  const before = setUp(log);
  await before.contacts.run('k1', startCommand({ minutes: 60 }));
  const { deadlines: _new, ...older } = (await log.summary('k1'))!;
  const active = log.active;
  log.active = async () => ({
    contacts: [{ ...older, wakeAt: noon + 3_600_000 }],
    damaged: [],
    isIncomplete: false,
  });
  const after = setUp(log);
  await after.contacts.recover();
  log.active = active;
  after.clock.pass(3_600_000);
  await after.contacts.run('k1', { type: 'mark', now: noon, participantId: 'c1', delivered: 1, read: 1 });
  assert.is((await after.contacts.state('k1'))!.status, 'ENDED');
});
contacts('erases an ended contact, but never an active one', async () => {
  const { contacts } = setUp();
  await contacts.run('k1', startCommand());
  assert.is(await contacts.erase('k1').catch((error: ServiceError) => error.code), 'CONTACT_ACTIVE');
  await contacts.run('k1', { type: 'end', now: noon, participantId: 'c1' });
  await contacts.erase('k1');
  assert.is(await contacts.state('k1'), null);
  assert.is(await contacts.erase('k1').catch((error: ServiceError) => error.code), 'CONTACT_NOT_FOUND');
});
contacts.run();

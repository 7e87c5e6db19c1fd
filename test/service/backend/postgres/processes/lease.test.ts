import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Attendance } from '../../../../../service/backend/postgres/attendance/attendance.js';
import { createConnections } from '../../../../../service/backend/postgres/attendance/connections.js';
import { graces } from '../../../../../service/backend/postgres/attendance/graces.js';
import { PostgresPresence } from '../../../../../service/backend/postgres/attendance/presence.js';
import { createClaims } from '../../../../../service/backend/postgres/claims.js';
import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { createOffers } from '../../../../../service/backend/postgres/offers.js';
import { PostgresTimers } from '../../../../../service/backend/postgres/timers.js';
import {
  openProcesses,
  type TestProcess,
  type TestProcesses,
} from '../../../../support/postgres/processes.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { entry, summary } from '../../contact-log-contract.js';

const second = 1_000;
/** Longer than a lease lasts, and than another process needs to notice. */
const untilTakenOver = 7 * second;

/** Everything of a backend that has to do with other processes. */
async function open(process: TestProcess) {
  const { pulse } = process;
  const timers = new PostgresTimers(process);
  const customers = new Attendance({ ...process, kind: 'customer', grace: graces.customer });
  const parts = {
    timers,
    log: new PostgresContactLog({ ...process, onDeadlines: (id, dues) => timers.stored(id, dues) }),
    presence: new PostgresPresence({ ...process, nudge: () => undefined }),
    customers: createConnections(customers),
    claims: createClaims(process),
    offers: createOffers(process),
  };
  for (const each of [parts.presence, customers, timers, parts.claims, parts.offers])
    pulse.onBeat(() => each.beat());
  await pulse.begin();
  return parts;
}
type Parts = Awaited<ReturnType<typeof open>>;

interface Context extends TestProcesses {
  here: Parts;
  there: Parts;
  /** The first process is paused, or cut off: it does nothing, and says nothing, until it goes on. */
  pause(): () => void;
}

const two = suite<Context>('two processes on one database');
two.before.each(async (context) => {
  const test = await openProcesses();
  Object.assign(context, test);
  context.here = await open(test.processes[0]);
  context.there = await open(test.processes[1]);
  // A process that has just begun takes nobody for dead.
  await test.pass(10 * second);
  context.pause = () => test.pause(0);
});
two.after.each(({ close }) => close());

const profile = { agentId: 'a1', displayName: 'Ada', queues: ['default'], maxChats: 2 };
const offer = { contactId: 'k', agentId: 'a1', maxChats: 1, load: 0 };

two(
  'of appends at once upon the same number one succeeds, and the other hears which number is the last',
  async ({ here, there }) => {
    for (let round = 0; round < 20; round += 1) {
      const outcomes = await Promise.all([
        here.log.append('k', round, [entry('here')]),
        there.log.append('k', round, [entry('there'), entry('there')].slice(0, 1)),
      ]);
      assert.is(outcomes.filter(({ ok }) => ok).length, 1);
      assert.equal(
        outcomes.find(({ ok }) => !ok),
        { ok: false, lastSeq: round + 1 },
      );
    }
  },
);
two('an append of several entries is stored as a whole or not at all', async ({ here, there }) => {
  for (let round = 0; round < 20; round += 1) {
    const contactId = `k${round}`;
    await Promise.all([
      here.log.append(contactId, 0, [entry('here')]),
      there.log.append(contactId, 0, [entry('there'), entry('there'), entry('there')]),
    ]);
    const said = (await here.log.read(contactId, 0, 10)).map(
      (each) => each.kind === 'queue.targeted' && each.queueId,
    );
    assert.ok(['here', 'there,there,there'].includes(said.join()), said.join());
  }
});
two('what a process had is free a few seconds after it has stopped', async ({ here, there, pass, pause }) => {
  here.presence.open(profile, 'AVAILABLE');
  here.customers.open('k');
  assert.ok('reservation' in (await here.offers.reserve(offer)));
  assert.ok(await here.claims.take('uploads', 1));
  await pass(second);
  assert.equal([there.presence.get('a1')!.consoles, there.customers.has('k')], [1, true]);
  assert.equal(await there.offers.reserve(offer), { taken: 'contact' });
  assert.is(await there.claims.take('uploads', 1), null);
  pause();
  await pass(untilTakenOver);
  assert.equal([there.presence.get('a1')!.consoles, there.customers.has('k')], [0, false]);
  assert.ok('reservation' in (await there.offers.reserve(offer)));
  assert.ok(await there.claims.take('uploads', 1));
});
two(
  'what a process had is free at once after it has left',
  async ({ here, there, pass, pause, processes }) => {
    here.presence.open(profile, 'AVAILABLE');
    here.customers.open('k');
    await here.claims.take('uploads', 1);
    await pass(second);
    pause();
    await processes[0].lease.end();
    await pass(2 * second);
    assert.equal([there.presence.get('a1')!.consoles, there.customers.has('k')], [0, false]);
    assert.ok(await there.claims.take('uploads', 1));
  },
);
two(
  'a deadline is called for by the other process where the first one stopped during the call',
  async ({ here, there, pass, clock, pause }) => {
    const calls: string[] = [];
    here.timers.onDue(() => {
      calls.push('here');
      return new Promise(() => undefined);
    });
    here.timers.set('a', [{ at: clock.now() + second, within: Infinity }]);
    // The other one takes no calls yet.
    await pass(3 * second);
    there.timers.onDue(async () => void calls.push('there'));
    pause();
    await pass(untilTakenOver + second);
    assert.equal(calls, ['here', 'there']);
  },
);
two('a customer whose process died is gone after the grace period', async ({ here, there, pass, pause }) => {
  const gone: string[] = [];
  there.customers.onGone(async (id) => void gone.push(id));
  here.customers.open('k');
  here.customers.expect('k');
  await pass(second);
  pause();
  await pass(graces.customer);
  assert.equal(gone, []);
  await pass(untilTakenOver);
  assert.equal(gone, ['k']);
});
two(
  'a paused process that returns appends nothing before it has noticed, and joins again then',
  async (context) => {
    const { here, there, pass, pause, processes } = context;
    here.presence.open(profile, 'AVAILABLE');
    await here.log.append('k', 0, [entry('before')]);
    await pass(second);
    const resume = pause();
    await pass(untilTakenOver);
    const { code } = (await rejectionOf(here.log.append('k', 1, [entry('late')]))) as { code?: string };
    assert.is(code, 'TEMPORARILY_UNAVAILABLE');
    await rejectionOf(here.log.check());
    assert.is((await there.log.append('k', 1, [entry('meanwhile')])).ok, true);
    resume();
    await pass(2 * second);
    assert.is(processes[0].lease.isHeld, true);
    assert.equal(await here.log.append('k', 1, [entry('late')]), { ok: false, lastSeq: 2 });
    assert.is((await here.log.append('k', 2, [entry('again')])).ok, true);
    assert.equal([there.presence.get('a1')!.consoles, there.presence.get('a1')!.status], [1, 'AVAILABLE']);
  },
);
two('a process does not come back before its offers of before have failed', async (context) => {
  const { here, pass, pause, processes } = context;
  const reserved = await here.offers.reserve(offer);
  assert.ok('reservation' in reserved);
  const resume = pause();
  await pass(untilTakenOver);
  resume();
  await pass(2 * second);
  assert.is(processes[0].lease.isHeld, false);
  await rejectionOf(here.log.append('k', 0, [entry('offer')]));
  reserved.reservation.release();
  await pass(second);
  assert.is(processes[0].lease.isHeld, true);
});
two(
  'an append stores the deadlines of its summary: they come although its process died',
  async ({ here, there, pass, pause }) => {
    const calls: string[] = [];
    there.timers.onDue(async (id, reached) => void calls.push(`${id} ${reached.join()}`));
    const at = 60 * second;
    await here.log.append(
      'k',
      0,
      [{ ...entry('a'), at: 0 }],
      summary('k', { deadlines: [{ at, within: at }] }),
    );
    pause();
    await pass(at - second);
    assert.equal(calls, []);
    await pass(3 * second);
    assert.equal(calls, [`k ${at}`]);
  },
);
two(
  'deadlines of a contact are replaced in the order of its appends, whoever sets them later',
  async (context) => {
    const { here, there, pass, clock } = context;
    const calls: string[] = [];
    there.timers.onDue(async (id, reached) => void calls.push(`${id} ${reached.join()}`));
    const deadline = (at: number) => ({ at, within: Infinity });
    const first = [deadline(20 * second)];
    const next = [deadline(30 * second)];
    await here.log.append('k', 0, [{ ...entry('a'), at: 0 }], summary('k', { deadlines: first }));
    await there.log.append('k', 1, [{ ...entry('b'), at: 0 }], summary('k', { deadlines: next }));
    // The first process has read the contact before the second one appended.
    here.timers.set('k', first, clock.now());
    await pass(40 * second);
    assert.ok(calls.includes(`k ${30 * second}`), calls.join());
  },
);
two.run();

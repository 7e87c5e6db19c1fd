import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { numbered } from '../../../service/contact/number-entries.js';
import { summarise } from '../../../service/contact/summarise.js';
import { newContactState } from '../../../service/contact/contact-state.js';
import { createWorkload } from '../../../service/routing/workload.js';
import {
  accepted,
  noon,
  queuedContact,
  servedContact,
  startCommand,
} from '../../support/contact-fixtures.js';
import { createTestClock } from '../../support/test-clock.js';

const clock = createTestClock();
const waiting = summarise(queuedContact());
const ringing = summarise(
  accepted(queuedContact(), { type: 'offer', now: noon, agentId: 'a1', until: noon + 1 }).state,
);
const served = summarise(servedContact());
const ended = summarise(accepted(servedContact(), { type: 'end', now: noon, participantId: 'p1' }).state);

const loads = suite('createWorkload');
loads('counts a contact for its agent while it rings and while it is served, not afterwards', () => {
  const workload = createWorkload(clock);
  assert.equal(
    [waiting, ringing, served, ended].map((summary) => (workload.note(summary), workload.loadOf('a1'))),
    [0, 1, 1, 0],
  );
});
loads('names the agents whose load changed', () => {
  const workload = createWorkload(clock);
  assert.equal(
    [waiting, ringing, served, ended].map((summary) => workload.note(summary)),
    [[], ['a1'], [], ['a1']],
  );
});
loads('knows which contacts wait, ring and are served', () => {
  const workload = createWorkload(clock);
  workload.note(waiting);
  assert.equal(workload.waiting(), [
    { contactId: 'k1', passedOver: {}, queueId: 'default', since: clock.monotonic() },
  ]);
  workload.note(ringing);
  assert.equal(workload.waiting(), []);
  assert.equal(workload.ringingAt('a1'), ['k1']);
  assert.equal(workload.queued('default'), { count: 1, oldest: clock.monotonic() });
  workload.note(served);
  assert.equal(
    [workload.ringingAt('a1'), workload.contactsOf('a1'), workload.queued('default').count],
    [[], ['k1'], 0],
  );
  workload.note(ended);
  assert.equal(workload.contactsOf('a1'), []);
});
loads('counts active contacts by state', () => {
  const workload = createWorkload(clock);
  const wrappingUp = { ...ended, state: 'ACTIVE' as const, wrapUpAgentIds: ['a1'] };
  const counted = [waiting, ringing, served, wrappingUp, ended].map(
    (summary) => (workload.note(summary), workload.states()),
  );
  const none = { flow: 0, waiting: 0, ringing: 0, served: 0, wrapUp: 0 };
  assert.equal(counted, [
    { ...none, waiting: 1 },
    { ...none, ringing: 1 },
    { ...none, served: 1 },
    { ...none, wrapUp: 1 },
    none,
  ]);
});
loads('excludes a contact whose silent customer is gone', () => {
  const gone = accepted(queuedContact(), { type: 'customer-gone', now: noon, since: noon }).state;
  const back = accepted(gone, { type: 'customer-back', now: noon }).state;
  const workload = createWorkload(clock);
  const waits = [queuedContact(), gone, back].map((state) => {
    workload.note(summarise(state));
    return [workload.waiting().length, workload.queued('default').count];
  });
  assert.equal(waits, [
    [1, 1],
    [0, 0],
    [1, 1],
  ]);
  assert.ok(workload.usesQueue('default'));
});
loads('keeps the order when the wall clock is set back', () => {
  const clock = createTestClock();
  const workload = createWorkload(clock);
  const start = (contactId: string) =>
    summarise(accepted(newContactState(contactId), startCommand({ now: clock.now() })).state);
  workload.note(start('first'));
  clock.pass(1_000);
  clock.jump(-3_600_000);
  workload.note(start('second'));
  const waiting = workload.waiting();
  assert.equal(
    waiting.map(({ since }) => clock.monotonic() - since),
    [1_000, 0],
  );
  assert.is(workload.queued('default').oldest, clock.monotonic() - 1_000);
});
for (const jump of [-24, 24])
  loads(`keeps the order when the wall clock jumps ${jump} hours while a chat is stored`, () => {
    const clock = createTestClock();
    const workload = createWorkload(clock);
    for (const contactId of ['first', 'second']) {
      const { state, entries } = accepted(newContactState(contactId), startCommand({ now: clock.now() }));
      if (contactId === 'second') clock.jump(jump * 3_600_000);
      workload.note(summarise(state), numbered(0, entries));
      clock.pass(1_000);
    }
    const waiting = workload.waiting();
    assert.equal(
      waiting.map(({ since }) => clock.monotonic() - since),
      [2_000, 1_000],
    );
  });
loads('counts a repeated summary once', () => {
  const workload = createWorkload(clock);
  workload.note(served);
  workload.note(served);
  assert.is(workload.loadOf('a1'), 1);
});
loads.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { summarise } from '../../../service/contact/summarise.js';
import { createWorkload } from '../../../service/routing/workload.js';
import { accepted, noon, queuedContact, servedContact } from '../../support/contact-fixtures.js';

const waiting = summarise(queuedContact(), noon);
const ringing = summarise(
  accepted(queuedContact(), { type: 'offer', now: noon, agentId: 'a1', until: noon + 1 }).state,
  noon,
);
const served = summarise(servedContact(), noon);
const ended = summarise(
  accepted(servedContact(), { type: 'end', now: noon, participantId: 'p1' }).state,
  noon,
);

const loads = suite('createWorkload');
loads('counts a contact at its agent while it rings and while it is served, not afterwards', () => {
  const workload = createWorkload();
  assert.equal(
    [waiting, ringing, served, ended].map((summary) => (workload.note(summary), workload.loadOf('a1'))),
    [0, 1, 1, 0],
  );
});
loads('names the agents whose load changed', () => {
  const workload = createWorkload();
  assert.equal(
    [waiting, ringing, served, ended].map((summary) => workload.note(summary)),
    [[], ['a1'], [], ['a1']],
  );
});
loads('knows what waits, what rings and what is served', () => {
  const workload = createWorkload();
  workload.note(waiting);
  assert.equal(workload.waiting(), [{ contactId: 'k1', passedOver: {}, queueId: 'default', since: noon }]);
  workload.note(ringing);
  assert.equal(workload.waiting(), []);
  assert.equal(workload.ringingAt('a1'), ['k1']);
  assert.equal(workload.queued('default'), { count: 1, oldest: noon });
  workload.note(served);
  assert.equal(
    [workload.ringingAt('a1'), workload.contactsOf('a1'), workload.queued('default').count],
    [[], ['k1'], 0],
  );
  workload.note(ended);
  assert.equal(workload.contactsOf('a1'), []);
});
loads('leaves out a contact whose customer said nothing and is gone', () => {
  const gone = accepted(queuedContact(), { type: 'customer-gone', now: noon, since: noon }).state;
  const back = accepted(gone, { type: 'customer-back', now: noon }).state;
  const workload = createWorkload();
  const waits = [queuedContact(), gone, back].map((state) => {
    workload.note(summarise(state, noon));
    return [workload.waiting().length, workload.queued('default').count];
  });
  assert.equal(waits, [
    [1, 1],
    [0, 0],
    [1, 1],
  ]);
  assert.ok(workload.usesQueue('default'));
});
loads('taking the same summary twice counts once', () => {
  const workload = createWorkload();
  workload.note(served);
  workload.note(served);
  assert.is(workload.loadOf('a1'), 1);
});
loads.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyWorld } from '../../support/contact-fixtures.js';
import { createSimulatedRouting, profileOf, type SimulatedRouting } from '../../support/simulated-routing.js';

const statusOf = ({ process: { presence } }: SimulatedRouting) => presence.get('ada')?.status;
const wrapUp = { seconds: 60, dispositions: [], tags: [] };
const withWrapUp = {
  ...emptyWorld,
  queues: { default: { ...emptyWorld.queues.default!, wrapUp } },
};

/** Agent `ada` serves two contacts. */
async function busy(world = emptyWorld): Promise<SimulatedRouting> {
  const simulation = await createSimulatedRouting(world);
  simulation.process.presence.open(profileOf('ada'), 'AVAILABLE');
  for (const contactId of ['k1', 'k2']) {
    await simulation.start(contactId);
    await simulation.settle();
    await simulation.accept(contactId, 'ada');
  }
  return simulation;
}
const end = async (simulation: SimulatedRouting, contactId: string): Promise<void> => {
  const { clock, process, settle } = simulation;
  await process.contacts.run(contactId, { type: 'end', now: clock.now(), participantId: 'c1' });
  await settle();
};

const test = suite('the status after the last chat');
test('waits for the last chat, and takes no other meanwhile', async () => {
  const simulation = await busy();
  simulation.process.presence.setStatus('ada', 'NEXT:AWAY:lunch');
  await end(simulation, 'k1');
  assert.is(statusOf(simulation), 'NEXT:AWAY:lunch');
  await simulation.start('k3');
  await simulation.settle();
  assert.is((await simulation.state('k3')).offer, null);
  await end(simulation, 'k2');
  assert.is(statusOf(simulation), 'AWAY:lunch');
  assert.equal(simulation.errors, []);
});
test('waits for after-contact work', async () => {
  const simulation = await busy(withWrapUp);
  simulation.process.presence.setStatus('ada', 'NEXT:OFFLINE');
  for (const contactId of ['k1', 'k2']) await end(simulation, contactId);
  assert.is(statusOf(simulation), 'NEXT:OFFLINE');
  await simulation.pass(61_000);
  assert.is(statusOf(simulation), 'OFFLINE');
});
test('comes at once without a chat', async () => {
  const simulation = await createSimulatedRouting();
  simulation.process.presence.open(profileOf('ada'), 'AVAILABLE');
  simulation.process.presence.setStatus('ada', 'NEXT:AWAY');
  assert.is(statusOf(simulation), 'AWAY');
});
test('can be taken back', async () => {
  const simulation = await busy();
  const { presence } = simulation.process;
  presence.setStatus('ada', 'NEXT:OFFLINE');
  presence.setStatus('ada', 'AVAILABLE');
  for (const contactId of ['k1', 'k2']) await end(simulation, contactId);
  assert.is(statusOf(simulation), 'AVAILABLE');
});
test('is kept by an agent who is away and misses what rang before', async () => {
  const simulation = await createSimulatedRouting();
  simulation.process.presence.open(profileOf('ada'), 'AVAILABLE');
  await simulation.start('k1');
  await simulation.settle();
  simulation.process.presence.setStatus('ada', 'AWAY:lunch');
  await simulation.pass(30_000);
  assert.is(statusOf(simulation), 'AWAY:lunch');
});
test.run();

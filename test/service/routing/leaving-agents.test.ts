import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { createSimulatedRouting, profileOf, type SimulatedRouting } from '../../support/simulated-routing.js';

/** Agent a1 with this many chats, all of customers who wrote, and a function that closes the console. */
async function atWork(count = 2): Promise<{ world: SimulatedRouting; close: () => void }> {
  const world = await createSimulatedRouting();
  const close = world.process.presence.open(profileOf('a1', count), 'AVAILABLE');
  for (let number = 1; number <= count; number += 1) {
    await world.start(`k${number}`);
    await world.write(`k${number}`, 'Hello');
    await world.accept(`k${number}`, 'a1');
    await world.pass(1_000);
  }
  return { world, close };
}
const ofA1 = ({ process: { workload } }: SimulatedRouting): string[] => workload.contactsOf('a1').sort();

const leaving = suite('createLeavingAgents');
leaving('returns chats at once when their agent goes offline', async () => {
  const { world } = await atWork();
  world.process.presence.setStatus('a1', 'OFFLINE');
  await world.settle();
  assert.equal(ofA1(world), []);
  assert.is(world.process.workload.queued('default').count, 2);
});
leaving('keeps the chats of an agent who missed an offer', async () => {
  const { world } = await atWork();
  world.process.presence.setStatus('a1', 'MISSED');
  await world.pass(limits.agentGone * 2);
  assert.equal(ofA1(world), ['k1', 'k2']);
});
leaving('returns chats when the sessions end, even if the consoles are already closed', async () => {
  for (const isClosed of [false, true]) {
    const { world, close } = await atWork();
    if (isClosed) close();
    world.process.routing.leavingAgents.signOut('a1');
    await world.settle();
    assert.equal(ofA1(world), []);
  }
});
leaving('offers nothing to consoles that are closing', async () => {
  const { world } = await atWork();
  world.process.routing.leavingAgents.signOut('a1');
  await world.pass(5_000);
  assert.equal(world.process.workload.ringingAt('a1'), []);
});
leaving('waits a minute for an agent without a console', async () => {
  const { world, close } = await atWork();
  close();
  await world.pass(limits.agentGone - 1_000);
  assert.equal(ofA1(world), ['k1', 'k2']);
  await world.pass(1_000);
  assert.equal(ofA1(world), []);
});
leaving('does nothing if the agent returns in time', async () => {
  const { world, close } = await atWork();
  close();
  await world.pass(limits.agentGone - 1_000);
  world.process.presence.open(profileOf('a1'), 'OFFLINE');
  await world.pass(limits.agentGone * 2);
  assert.equal(ofA1(world), ['k1', 'k2']);
});
leaving("returns chats within a minute of a restart if their agent doesn't return", async () => {
  const { world, close } = await atWork();
  close();
  await world.pass(30_000);
  await world.restart();
  await world.pass(limits.agentGone - 1_000);
  assert.equal(ofA1(world), ['k1', 'k2']);
  await world.pass(1_000);
  assert.equal(ofA1(world), []);
  assert.is(world.process.workload.queued('default').count, 2);
});
leaving('returns a chat that was accepted while the console was closing', async () => {
  const world = await createSimulatedRouting();
  const close = world.process.presence.open(profileOf('a1'), 'AVAILABLE');
  await world.start('k1');
  close();
  await world.pass(limits.agentGone - 45_000);
  await world.accept('k1', 'a1');
  await world.pass(limits.agentGone);
  assert.equal(ofA1(world), []);
});
leaving('puts them at the front of the queue, in the order in which they first waited', async () => {
  const { world } = await atWork(3);
  await world.start('k0');
  await world.write('k0', 'Hello');
  const order: string[] = [];
  world.process.presence.setStatus('a1', 'OFFLINE');
  await world.settle();
  world.process.presence.open(profileOf('a2', 1), 'AVAILABLE');
  for (let turn = 0; turn < 4; turn += 1) {
    await world.settle();
    const [contactId] = world.process.workload.ringingAt('a2');
    order.push(contactId!);
    await world.accept(contactId!, 'a2');
    await world.process.contacts.run(contactId!, {
      type: 'end',
      now: world.clock.now(),
      participantId: 'c1',
    });
  }
  assert.equal(order, ['k1', 'k2', 'k3', 'k0']);
});
leaving('tells a returning agent once which chats were returned', async () => {
  const { world, close } = await atWork();
  close();
  await world.pass(limits.agentGone);
  const { leavingAgents } = world.process.routing;
  assert.equal(leavingAgents.takeReturned('a1').sort(), ['k1', 'k2']);
  assert.equal(leavingAgents.takeReturned('a1'), []);
});
leaving('retries if nothing could be stored', async () => {
  const { world } = await atWork(1);
  const { log } = world.process.contacts;
  const { post } = log;
  log.post = (_, writer) => queueMicrotask(() => writer.failed(new Error('disk full')));
  world.process.presence.setStatus('a1', 'OFFLINE');
  await world.pass(12_000);
  assert.equal(ofA1(world), ['k1']);
  assert.ok(world.errors.length > 0);
  log.post = post;
  await world.pass(5_000);
  assert.equal(ofA1(world), []);
});
leaving.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { startCommand } from '../../support/contact-fixtures.js';
import { createSimulatedRouting, profileOf, type SimulatedRouting } from '../../support/simulated-routing.js';

const connect = (world: SimulatedRouting, contactId = 'k1') =>
  world.process.routing.customerConnections.open(contactId);
const kindsOf = async ({ process: { contacts } }: SimulatedRouting): Promise<string[]> =>
  (await contacts.log.read('k1', 0, 500))
    .map(({ kind }) => kind)
    .filter((kind) => /customer|offer/.test(kind));
async function started(): Promise<SimulatedRouting> {
  const world = await createSimulatedRouting();
  await world.start('k1');
  return world;
}

const connections = suite('createCustomerConnections');
connections('writes nothing while a customer reloads, however often', async () => {
  const world = await started();
  for (let reload = 0; reload < 5; reload += 1) {
    const close = connect(world);
    await world.pass(30_000);
    close();
    await world.pass(limits.customerGone - 1_000);
  }
  assert.equal(await kindsOf(world), []);
});
connections(
  'reports after two minutes that a customer is gone, since when, and that they are back',
  async () => {
    const world = await started();
    const close = connect(world);
    await world.pass(5_000);
    const left = world.clock.now();
    close();
    await world.pass(limits.customerGone);
    assert.is((await world.state('k1')).goneSince, left);
    connect(world);
    await world.settle();
    assert.is((await world.state('k1')).goneSince, null);
    assert.equal(await kindsOf(world), ['customer.gone', 'customer.back']);
  },
);
for (const jump of [-23, 23])
  connections(
    `gives a silent chat its hour, although the wall clock jumped ${jump} hours meanwhile`,
    async () => {
      const world = await createSimulatedRouting();
      const { contacts } = world.process;
      await contacts.run('k1', startCommand({ now: world.clock.now(), silentMinutes: 60 }));
      const close = connect(world);
      close();
      world.clock.jump(jump * 3_600_000);
      await world.pass(limits.customerGone);
      assert.is((await world.state('k1')).goneSince, world.clock.now() - limits.customerGone);
      await world.pass(60 * 60_000 - limits.customerGone - 1_000);
      assert.is((await world.state('k1')).status, 'ACTIVE');
      await world.pass(1_000);
      assert.is((await world.state('k1')).status, 'ENDED');
    },
  );
connections('counts sockets, so one of two tabs is enough', async () => {
  const world = await started();
  const close = connect(world);
  connect(world);
  close();
  await world.pass(limits.customerGone * 2);
  assert.equal(await kindsOf(world), []);
});
connections('gives every customer two minutes after a restart', async () => {
  const world = await started();
  connect(world);
  await world.restart();
  await world.pass(limits.customerGone - 1_000);
  assert.equal(await kindsOf(world), []);
  await world.pass(1_000);
  assert.equal(await kindsOf(world), ['customer.gone']);
  await world.restart();
  connect(world);
  await world.settle();
  assert.equal(await kindsOf(world), ['customer.gone', 'customer.back']);
});
connections('notices a customer who returns while the entry is being written', async () => {
  const world = await started();
  world.clock.pass(limits.customerGone);
  connect(world);
  await world.settle();
  assert.is((await world.state('k1')).goneSince, null);
});
connections('ignores ended contacts', async () => {
  const world = await started();
  const close = connect(world);
  await world.process.contacts.run('k1', { type: 'end', now: world.clock.now(), participantId: 'c1' });
  close();
  const pending = world.clock.pending;
  await world.pass(limits.customerGone * 2);
  assert.equal(await kindsOf(world), []);
  assert.ok(world.clock.pending <= pending, 'leaves no timer after a connection');
  assert.equal(world.errors, []);
});
connections('withdraws the offer of a silent customer, and makes it again when they are back', async () => {
  const world = await started();
  await world.pass(limits.customerGone - 5_000);
  world.process.presence.open(profileOf('a1'), 'AVAILABLE');
  await world.settle();
  assert.is((await world.state('k1')).offer?.agentId, 'a1');
  await world.pass(5_000);
  await world.pass(60_000);
  assert.equal(await kindsOf(world), ['offer.made', 'offer.closed', 'customer.gone']);
  connect(world);
  await world.settle();
  assert.is((await world.state('k1')).offer?.agentId, 'a1');
});
connections('keeps offering a contact whose customer wrote and left', async () => {
  const world = await started();
  await world.write('k1', 'Hello');
  await world.pass(limits.customerGone);
  world.process.presence.open(profileOf('a1'), 'AVAILABLE');
  await world.settle();
  const { offer, goneSince } = await world.state('k1');
  assert.is(offer?.agentId, 'a1');
  assert.type(goneSince, 'number');
});
connections.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyWorld } from '../../support/contact-fixtures.js';
import { createSimulatedRouting, profileOf, type SimulatedRouting } from '../../support/simulated-routing.js';

const minute = 60_000;
const idleTimes = {
  customer: { warnAfterMinutes: 10, endAfterMinutes: 5 },
  agent: { warnAfterMinutes: 4, requeueAfterMinutes: 2 },
};
const world = {
  ...emptyWorld,
  queues: { default: { ...emptyWorld.queues.default!, idleTimes } },
};

/** A chat that agent `ada` has accepted. */
async function served(): Promise<SimulatedRouting> {
  const simulation = await createSimulatedRouting(world);
  open(simulation);
  await simulation.start('k1');
  await simulation.settle();
  await simulation.accept('k1', 'ada');
  return simulation;
}
const open = ({ process: { presence } }: SimulatedRouting) => presence.open(profileOf('ada'), 'AVAILABLE');
const statusOf = ({ process: { presence } }: SimulatedRouting) => presence.get('ada')?.status;
/** The participant id of the agent, which the simulation makes up. */
async function answerAsAgent(simulation: SimulatedRouting): Promise<void> {
  const { participants } = await simulation.state('k1');
  const own = Object.values(participants).find(({ agentId }) => agentId === 'ada')!;
  await simulation.process.contacts.run('k1', {
    ...{ type: 'send', now: simulation.clock.now(), clientToken: `t${simulation.clock.monotonic()}` },
    ...{ participantId: own.participantId, contentType: 'text/plain', content: 'Hello' },
  });
  await simulation.settle();
}

const test = suite('idle times over time');
test('return the chat of an agent who is silent, and offer it to nobody who is absent', async () => {
  const simulation = await served();
  await simulation.pass(4 * minute);
  assert.is((await simulation.state('k1')).turn?.of, 'AGENT');
  assert.ok((await simulation.state('k1')).turn!.until !== null);
  await simulation.pass(2 * minute);
  const { queue, offer } = await simulation.state('k1');
  assert.equal([queue?.queueId, offer, statusOf(simulation)], ['default', null, 'MISSED']);
  assert.equal(simulation.errors, []);
});
test('end a chat whose customer is silent, after a restart in between', async () => {
  const simulation = await served();
  await answerAsAgent(simulation);
  await simulation.pass(9 * minute);
  await simulation.restart();
  open(simulation);
  await simulation.pass(1 * minute);
  assert.ok((await simulation.state('k1')).turn!.until !== null);
  await simulation.restart();
  open(simulation);
  await simulation.pass(5 * minute);
  const { status, endReason } = await simulation.state('k1');
  assert.equal([status, endReason], ['ENDED', 'IDLE']);
  assert.equal(simulation.errors, []);
});
test('count time that passes, not the clock on the wall', async () => {
  for (const hours of [-3, 3]) {
    const simulation = await served();
    await answerAsAgent(simulation);
    await simulation.pass(5 * minute);
    simulation.clock.jump(hours * 60 * minute);
    await simulation.pass(4 * minute);
    assert.is((await simulation.state('k1')).turn!.until, null, `${hours} hours`);
    await simulation.pass(1 * minute);
    assert.ok((await simulation.state('k1')).turn!.until !== null, `${hours} hours`);
    simulation.clock.jump(-hours * 60 * minute);
    await simulation.pass(5 * minute);
    assert.is((await simulation.state('k1')).endReason, 'IDLE', `${hours} hours`);
  }
});
test('begin anew with each message', async () => {
  const simulation = await served();
  for (let round = 0; round < 5; round += 1) {
    await answerAsAgent(simulation);
    await simulation.pass(9 * minute);
    await simulation.write('k1', `round ${round}`);
    await simulation.pass(3 * minute);
  }
  const { status, turn } = await simulation.state('k1');
  assert.equal([status, turn?.of, turn?.until], ['ACTIVE', 'AGENT', null]);
});
test.run();

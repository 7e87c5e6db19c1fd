// Two processes route on one backend, and their hints are lost at random. No agent has too many contacts, no
// contact rings at two agents, and none waits while an agent has room. The seed is in the test's name; SEED
// repeats it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Backend } from '../../../service/backend/backend.js';
import { openMemory } from '../../../service/backend/memory/open-memory.js';
import { createContacts, type Contacts } from '../../../service/contact/contacts.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { ServiceError } from '../../../service/errors.js';
import { createRouting } from '../../../service/routing/routing.js';
import { createWorkload } from '../../../service/routing/workload.js';
import { emptyWorld, startCommand } from '../../support/contact-fixtures.js';
import { createFaultyNetwork } from '../../support/faulty-network.js';
import { chosenSeed, createSeededRandom } from '../../support/seeded-random.js';
import { settled } from '../../support/settled.js';
import { createSharedTime } from '../../support/shared-time.js';
import { profileOf } from '../../support/simulated-routing.js';

const maxChats = 2;
const agentIds = ['a1', 'a2', 'a3'];
const rounds = 10;
const firstSeed = chosenSeed();

const routed = suite('routing by two processes');
for (let round = 0; round < rounds; round += 1) {
  const seed = firstSeed + round;
  routed(`gives no agent too many, and leaves no contact waiting (seed ${seed})`, async () => {
    const random = createSeededRandom(seed);
    const { clock, pass } = createSharedTime();
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const shared = openMemory({ clock, onError });
    const network = createFaultyNetwork<ContactTopics>({ clock, random, onError });
    network.faults = { lost: 0.6, twice: 0.1, late: 0.3, lateness: 2_000 };
    const processes = await Promise.all([0, 1].map(() => open(shared.withBus(network.join()))));
    for (const agentId of agentIds) shared.presence.open(profileOf(agentId, maxChats), 'AVAILABLE');

    let started = 0;
    for (let step = 0; step < 80; step += 1) {
      const { contacts, routing } = random.pick(processes);
      if (random.next() < 0.5) {
        const contactId = `k${(started += 1)}`;
        await contacts.run(contactId, startCommand({ now: clock.now() }));
        routing.customerConnections.open(contactId);
      }
      for (const { contactId, offer, activeAgentIds } of (await shared.log.active()).contacts) {
        const now = clock.now();
        if (offer && random.next() < 0.5) await accept(contacts, contactId, offer.agentId, now);
        else if (activeAgentIds.length > 0 && random.next() < 0.1)
          await contacts.run(contactId, { type: 'close', now, message: null });
      }
      await checkLoads(shared);
      clock.pass(random.integer(0, 2_000));
      await settled(3);
      await checkLoads(shared);
    }
    await pass(10_000);
    await checkLoads(shared);
    const { contacts: active } = await shared.log.active();
    const waiting = active.filter(({ queue, offer }) => queue && !offer);
    const room = agentIds.filter(
      (agentId) => loadOf(active, agentId) < maxChats && shared.presence.get(agentId)!.status === 'AVAILABLE',
    );
    assert.ok(
      waiting.length === 0 || room.length === 0,
      `${waiting.length} wait though ${room.join()} has room`,
    );
    assert.ok(started > 5);
    assert.equal(errors, []);
    for (const { contacts, routing } of processes) {
      routing.close();
      contacts.close();
    }
    await shared.close();

    async function open(backend: Backend) {
      const { log, changes, bus, timers, presence, customers, offers } = backend;
      const world = async () => emptyWorld;
      const contacts = createContacts({ log, changes, bus, timers, clock, world, onError });
      const workload = createWorkload(clock);
      const routing = createRouting({
        ...{ contacts, workload, presence, customers, offers, clock, onError },
      });
      await contacts.recover();
      return { contacts, routing };
    }
  });
}
routed.run();

async function accept(contacts: Contacts, contactId: string, agentId: string, now: number): Promise<void> {
  try {
    const participantId = `p-${agentId}-${contactId}`;
    await contacts.run(contactId, { type: 'accept', now, agentId, participantId, displayName: agentId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

type Active = Awaited<ReturnType<Backend['log']['active']>>['contacts'];

const loadOf = (active: Active, agentId: string): number =>
  active.filter((each) => each.offer?.agentId === agentId || each.activeAgentIds.includes(agentId)).length;

async function checkLoads({ log }: Backend): Promise<void> {
  const { contacts: active } = await log.active();
  for (const agentId of agentIds) assert.ok(loadOf(active, agentId) <= maxChats, `${agentId} has too much`);
  for (const { contactId, activeAgentIds, offer } of active)
    assert.ok(activeAgentIds.length + (offer ? 1 : 0) <= 1, `${contactId} is at two agents`);
}

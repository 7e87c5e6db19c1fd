// Two processes on one log, and a third that starts later. Their hints are lost, duplicated, delayed and
// reordered at random, the last ones too. Still, each follower gets every entry, each process knows who waits
// where, and each console knows what rings. A failure prints the seed; SEED repeats it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LocalTimers } from '../../../service/backend/memory/timers.js';
import { createMemoryContactLog } from '../../../service/backend/memory/contact-log.js';
import { createContacts, type Contacts } from '../../../service/contact/contacts.js';
import type { ContactCommand } from '../../../service/contact/decide.js';
import type { Entry } from '../../../service/contact/entry.js';
import { checkedEvery } from '../../../service/contact/hint-check.js';
import type { ContactTopics } from '../../../service/contact/topics.js';
import { ServiceError } from '../../../service/errors.js';
import { createWorkload, type Workload } from '../../../service/routing/workload.js';
import { limits } from '../../../shared/limits.js';
import { emptyWorld, startCommand } from '../../support/contact-fixtures.js';
import { createFaultyNetwork } from '../../support/faulty-network.js';
import { chosenSeed, createSeededRandom, type SeededRandom } from '../../support/seeded-random.js';
import { settled } from '../../support/settled.js';
import { createSharedTime } from '../../support/shared-time.js';

const contactIds = ['k1', 'k2', 'k3', 'k4'];
const agentIds = ['a1', 'a2'];
const steps = 120;
const rounds = 25;
const firstSeed = chosenSeed();

/** What one process knows. */
interface Process {
  contacts: Contacts;
  workload: Workload;
  /** The entries that each contact's follower has received. */
  followed: Map<string, Entry[]>;
  /** What each agent's console shows. */
  consoles: Map<string, { ringing: Set<string>; chats: Set<string> }>;
}

const lossy = suite('hints between processes');
for (let round = 0; round < rounds; round += 1) {
  const seed = firstSeed + round;
  lossy(`may be lost, duplicated, delayed and reordered (seed ${seed})`, async () => {
    const random = createSeededRandom(seed);
    const { clock, pass } = createSharedTime();
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const log = createMemoryContactLog();
    const timers = new LocalTimers({ clock });
    const network = createFaultyNetwork<ContactTopics>({ clock, random, onError });
    const open = async (): Promise<Process> => {
      const contacts = createContacts({
        ...{ log, changes: log.changes, bus: network.join(), timers, clock, onError },
        world: async () => emptyWorld,
      });
      const workload = createWorkload(clock);
      contacts.summaries.on(({ summary }) => void workload.note(summary));
      const consoles = openConsoles(contacts);
      await contacts.recover();
      return { contacts, workload, followed: follow(contacts), consoles };
    };
    const processes = [await open(), await open()];

    Object.assign(network.faults, { lost: 0.3, twice: 0.2, late: 0.3, lateness: 4_000 });
    let heal = (): void => undefined;
    for (let step = 0; step < steps; step += 1) {
      // One process starts while the others are busy.
      if (step === steps / 3) processes.push(await open());
      if (random.next() < 0.05) {
        heal();
        heal = network.interrupt(random.integer(0, processes.length - 1));
      } else if (random.next() < 0.1) heal();
      const { contacts } = random.pick(processes);
      void run(contacts, random.pick(contactIds), draw(random, clock.now(), step));
      clock.pass(random.integer(0, 500));
      if (random.next() < 0.7) await settled(3);
    }
    heal();
    // The last hints of every contact are lost, and nothing happens afterwards.
    timers.close();
    network.faults.lost = 1;
    for (const contactId of contactIds)
      await run(random.pick(processes).contacts, contactId, draw(random, clock.now(), steps));
    await pass(2 * checkedEvery + 1_000);

    for (const process of processes) await compare(process, log);
    assert.equal(errors, []);
    for (const { contacts } of processes) contacts.close();
  });
}
lossy.run();

/** Runs a command that may be refused. */
async function run(contacts: Contacts, contactId: string, command: ContactCommand): Promise<void> {
  try {
    await contacts.run(contactId, command);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

function draw(random: SeededRandom, now: number, step: number): ContactCommand {
  const agentId = random.pick(agentIds);
  const drawn = random.integer(0, 11);
  if (drawn <= 1) return startCommand({ now });
  if (drawn <= 3) return { type: 'offer', now, agentId, until: now + limits.ring };
  if (drawn <= 5)
    return { type: 'accept', now, agentId, participantId: `p-${agentId}`, displayName: agentId };
  if (drawn === 6) return { type: 'decline', now, agentId };
  if (drawn === 7) return { type: 'leave', now, participantId: `p-${agentId}` };
  if (drawn === 8 && random.next() < 0.2) return { type: 'close', now, message: null };
  const content = `message ${step}`;
  return {
    ...{ type: 'send', now, participantId: 'c1', clientToken: content },
    ...{ contentType: 'text/plain', content },
  };
}

function follow(contacts: Contacts): Map<string, Entry[]> {
  const followed = new Map<string, Entry[]>();
  for (const contactId of contactIds) {
    const given: Entry[] = [];
    followed.set(contactId, given);
    contacts.follow(contactId, 0, {
      entries(entries) {
        for (const entry of entries) {
          assert.is(entry.seq, given.length + 1, 'in order, each once');
          given.push(entry);
        }
      },
      failed: (error) => assert.unreachable(String(error)),
    });
  }
  return followed;
}

function openConsoles({ summaries }: Contacts): Process['consoles'] {
  const consoles: Process['consoles'] = new Map();
  for (const agentId of agentIds) {
    const shown = { ringing: new Set<string>(), chats: new Set<string>() };
    consoles.set(agentId, shown);
    summaries.onAgent(agentId, ({ type, contactId }) => {
      if (type === 'offered') shown.ringing.add(contactId);
      if (type === 'offer-closed') shown.ringing.delete(contactId);
      if (type === 'joined') shown.chats.add(contactId);
      if (type === 'left') shown.chats.delete(contactId);
    });
  }
  return consoles;
}

async function compare(
  { followed, workload, consoles }: Process,
  log: ReturnType<typeof createMemoryContactLog>,
) {
  for (const contactId of contactIds)
    assert.equal(followed.get(contactId), await log.read(contactId, 0, 10_000), contactId);
  const { contacts: active } = await log.active();
  const isActive = (contactId: string): boolean => active.some((each) => each.contactId === contactId);
  assert.is(workload.queued('default').count, active.filter(({ queue }) => queue).length);
  for (const agentId of agentIds) {
    const ringing = active.filter(({ offer }) => offer?.agentId === agentId).map((each) => each.contactId);
    const chats = active
      .filter((each) => each.activeAgentIds.includes(agentId))
      .map((each) => each.contactId);
    assert.equal(workload.ringingAt(agentId).sort(), ringing.sort());
    assert.equal(workload.contactsOf(agentId).sort(), chats.sort());
    const shown = consoles.get(agentId)!;
    assert.equal([...shown.ringing].sort(), ringing);
    assert.equal([...shown.chats].filter(isActive).sort(), chats);
  }
}

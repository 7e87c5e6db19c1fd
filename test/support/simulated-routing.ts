// Why: tests what happens to contacts over minutes, with restarts in between, without waiting. Extend with
// what agents and customers do.
import { limits } from '../../shared/limits.js';
import { createLocalBus } from '../../service/backend/memory/local-bus.js';
import { createContacts, type Contacts } from '../../service/contact/contacts.js';
import type { ContactState } from '../../service/contact/contact-state.js';
import type { ContactTopics } from '../../service/contact/topics.js';
import { createLocalConnections } from '../../service/backend/memory/connections.js';
import { createLocalOffers } from '../../service/backend/memory/offers.js';
import { createLocalPresence } from '../../service/backend/memory/presence.js';
import type { AgentProfile, Presence } from '../../service/backend/presence.js';
import { createRouting, type Routing } from '../../service/routing/routing.js';
import { createWorkload, type Workload } from '../../service/routing/workload.js';
import { LocalTimers } from '../../service/backend/memory/timers.js';
import { createMemoryContactLog } from '../../service/backend/memory/contact-log.js';
import { emptyWorld, startCommand } from './contact-fixtures.js';
import { settled } from './settled.js';
import { createSharedTime } from './shared-time.js';
import type { TestClock } from './test-clock.js';

/** One process. */
interface Process {
  contacts: Contacts;
  presence: Presence;
  workload: Workload;
  routing: Routing;
  end(): void;
}

export interface SimulatedRouting {
  clock: TestClock;
  errors: unknown[];
  readonly process: Process;
  /** Lets all work in progress finish. */
  settle(): Promise<void>;
  /** Advances the time in steps of a second. */
  pass(milliseconds: number): Promise<void>;
  /** Ends the process abruptly; another one recovers what is stored. */
  restart(): Promise<void>;
  /** A customer starts a chat, without a socket. */
  start(contactId: string): Promise<void>;
  write(contactId: string, content: string): Promise<void>;
  accept(contactId: string, agentId: string): Promise<void>;
  decline(contactId: string, agentId: string): Promise<void>;
  state(contactId: string): Promise<ContactState>;
}

export const profileOf = (agentId: string, maxChats = 2): AgentProfile => ({
  agentId,
  displayName: agentId,
  queues: ['default'],
  maxChats,
});

export async function createSimulatedRouting(world = emptyWorld): Promise<SimulatedRouting> {
  const { clock, pass } = createSharedTime();
  const log = createMemoryContactLog();
  const errors: unknown[] = [];
  let process = open();

  function open(): Process {
    const onError = (error: unknown): void => void errors.push(error);
    const bus = createLocalBus<ContactTopics>({ onError });
    const timers = new LocalTimers({ clock });
    const contacts = createContacts({ log, bus, timers, clock, world: async () => world, onError });
    const presence = createLocalPresence({ clock });
    const customers = createLocalConnections({ clock, grace: limits.customerGone });
    const workload = createWorkload(clock);
    const routing = createRouting({
      ...{ contacts, workload, presence, customers, clock, onError },
      offers: createLocalOffers(),
    });
    const end = (): void => {
      routing.close();
      timers.close();
      presence.close();
      customers.close();
    };
    return { contacts, presence, workload, routing, end };
  }

  const run: Contacts['run'] = async (contactId, command) => {
    const outcome = await process.contacts.run(contactId, command);
    await settled();
    return outcome;
  };

  return {
    clock,
    errors,
    get process() {
      return process;
    },
    settle: settled,
    pass,
    async restart() {
      process.end();
      process = open();
      await process.contacts.recover();
      await settled();
    },
    async start(contactId) {
      await run(contactId, startCommand({ now: clock.now() }));
    },
    async write(contactId, content) {
      await run(contactId, {
        ...{ type: 'send', now: clock.now(), participantId: 'c1', clientToken: content },
        ...{ contentType: 'text/plain', content },
      });
    },
    async accept(contactId, agentId) {
      const participantId = `p-${agentId}-${clock.monotonic()}`;
      await run(contactId, {
        type: 'accept',
        now: clock.now(),
        agentId,
        participantId,
        displayName: agentId,
      });
    },
    async decline(contactId, agentId) {
      await run(contactId, { type: 'decline', now: clock.now(), agentId });
    },
    async state(contactId) {
      return (await process.contacts.state(contactId))!;
    },
  };
}

import { limits } from '../../../shared/limits.js';
import type { Clock } from '../../clock.js';
import type { ContactTopics } from '../../contact/topics.js';
import type { Backend } from '../backend.js';
import type { Bus } from '../bus.js';
import { createLocalAllowances } from './allowance.js';
import { createMemoryAttachments } from './attachments.js';
import { createLocalClaims } from './claims.js';
import { createMemoryCollection } from './collection.js';
import { createLocalConnections } from './connections.js';
import { MemoryContactIndex } from './contact-index.js';
import { createMemoryContactLog } from './contact-log.js';
import { createLocalBus } from './local-bus.js';
import { createLocalOffers } from './offers.js';
import { createLocalPresence } from './presence.js';
import { createLocalThrottle } from './throttle.js';
import { LocalTimers } from './timers.js';

export interface MemoryBackendOptions {
  clock: Clock;
  /** Called with the exceptions of the bus's subscribers. */
  onError: (error: unknown) => void;
}

/** A backend in memory. Several cores may share it and act like several processes. */
export interface MemoryBackend extends Backend {
  /** The same backend as another process sees it: storage is shared, and hints travel over its own bus. */
  withBus(bus: Bus<ContactTopics>): Backend;
}

/** Opens a backend that vanishes with the process: for tests, and if nothing has to survive. */
export function openMemory({ clock, onError }: MemoryBackendOptions): MemoryBackend {
  const log = createMemoryContactLog();
  const collections = new Map<string, unknown>();
  const timers = new LocalTimers({ clock });
  const presence = createLocalPresence({ clock });
  const customers = createLocalConnections({ clock, grace: limits.customerGone });
  const alone: Backend = {
    ...{ epoch: 'memory', log, changes: null, timers, presence, customers },
    configuration: {
      async open({ name, schema, keepsEarlier = false }) {
        const known = collections.get(name) ?? createMemoryCollection({ schema, keepsEarlier });
        collections.set(name, known);
        return known as ReturnType<typeof createMemoryCollection<typeof schema>>;
      },
    },
    index: new MemoryContactIndex(log.indexed),
    attachments: createMemoryAttachments(),
    bus: createLocalBus<ContactTopics>({ onError }),
    offers: createLocalOffers(),
    claims: createLocalClaims(),
    throttle: createLocalThrottle({ clock }),
    openAllowance: createLocalAllowances({ clock }),
    begin: () => undefined,
    async close() {
      for (const each of [timers, presence, customers]) each.close();
    },
  };
  const offers = createLocalOffers({ storedLoadOf: (agentId) => log.loadOf(agentId) });
  // The memory is shared, so closing one process's view closes nothing.
  const withBus = (bus: Bus<ContactTopics>): Backend => ({
    ...alone,
    ...{ bus, offers, changes: log.changes, close: () => Promise.resolve() },
  });
  return { ...alone, withBus };
}

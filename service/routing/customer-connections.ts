import { limits } from '../../shared/limits.js';
import type { Bus } from '../backend/bus.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { ContactCommand } from '../contact/decide.js';
import type { ContactTopics } from '../contact/news.js';
import { isDamage } from '../errors.js';
import { createGracePeriods } from './grace-periods.js';

export interface CustomerConnectionsOptions {
  contacts: Pick<Contacts, 'run'>;
  bus: Bus<ContactTopics>;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/**
 * Which customers are connected. A customer without any socket for {@link limits.customerGone} becomes an entry of the
 * contact, and so does their return. After a restart every customer has that long to come back.
 */
export interface CustomerConnections {
  /** A socket shows the contact to its customer. Returns what to call when the socket is closed. */
  open(contactId: string): () => void;
  close(): void;
}

interface ActiveContact {
  sockets: number;
  isGone: boolean;
}

/** Milliseconds after which an entry that could not be stored is tried again. */
const retryAfter = 5_000;

export function createCustomerConnections(options: CustomerConnectionsOptions): CustomerConnections {
  const { contacts, bus, clock, onError } = options;
  const active = new Map<string, ActiveContact>();
  const grace = createGracePeriods({ clock, milliseconds: limits.customerGone, onOver: loseCustomer });
  const unsubscribe = bus.subscribe('summaries', 'all', ({ summary }) => note(summary));

  function note({ contactId, state, customerGone }: ContactSummary): void {
    if (state === 'ENDED') {
      active.delete(contactId);
      return grace.end(contactId);
    }
    const contact = active.get(contactId) ?? { sockets: 0, isGone: false };
    active.set(contactId, contact);
    contact.isGone = Boolean(customerGone);
    settle(contactId);
  }

  /** Does what is missing between the sockets and what the contact knows of them. */
  function settle(contactId: string): void {
    const contact = active.get(contactId);
    if (!contact) return;
    const isConnected = contact.sockets > 0;
    if (isConnected) grace.end(contactId);
    if (isConnected && contact.isGone) void run(contactId, { type: 'customer-back', now: clock.now() });
    if (!isConnected && !contact.isGone) grace.begin(contactId);
  }

  function loseCustomer(contactId: string, since: number): void {
    void run(contactId, { type: 'customer-gone', now: clock.now(), since });
  }

  async function run(contactId: string, command: ContactCommand): Promise<void> {
    try {
      await contacts.run(contactId, command);
    } catch (error) {
      onError(error, contactId);
      // Of a contact that can't be read there is nothing to try again.
      if (isDamage(error)) active.delete(contactId);
      clock.later(retryAfter, () => settle(contactId));
    }
  }

  return {
    open(contactId) {
      const contact = active.get(contactId);
      if (!contact) return () => undefined;
      contact.sockets += 1;
      settle(contactId);
      return () => {
        contact.sockets -= 1;
        settle(contactId);
      };
    },
    close() {
      unsubscribe();
      grace.close();
      active.clear();
    },
  };
}

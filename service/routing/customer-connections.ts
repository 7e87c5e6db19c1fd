import type { Connections } from '../backend/connections.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { ContactCommand } from '../contact/decide.js';
import { isDamage } from '../errors.js';

export interface CustomerConnectionsOptions {
  contacts: Pick<Contacts, 'run' | 'summaries'>;
  /** By contact, with `limits.customerGone` as the grace period. */
  customers: Connections;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/**
 * Which customers are connected. A customer without any socket for `limits.customerGone` becomes an entry of the contact,
 * and so does their return. After a restart every customer has that long to come back.
 */
export interface CustomerConnections {
  /** A socket shows the contact to its customer. Returns what to call when the socket is closed. */
  open(contactId: string): () => void;
  close(): void;
}

/** Milliseconds after which an entry that could not be stored is tried again. */
const retryAfter = 5_000;

export function createCustomerConnections(options: CustomerConnectionsOptions): CustomerConnections {
  const { contacts, customers, clock, onError } = options;
  /** Every active contact, and whether its log says that the customer is gone. */
  const active = new Map<string, { isGone: boolean }>();
  const undos = [
    contacts.summaries.on(({ summary }) => note(summary)),
    customers.onGone((contactId, since) =>
      run(contactId, { type: 'customer-gone', now: clock.now(), since }),
    ),
  ];

  function note({ contactId, state, customerGone }: ContactSummary): void {
    if (state === 'ENDED') {
      active.delete(contactId);
      return customers.forget(contactId);
    }
    const contact = active.get(contactId) ?? { isGone: false };
    active.set(contactId, contact);
    contact.isGone = Boolean(customerGone);
    settle(contactId);
  }

  /** Aligns what the log says of the customer with their connections. */
  function settle(contactId: string): void {
    const contact = active.get(contactId);
    if (!contact) return;
    if (!contact.isGone) customers.expect(contactId);
    else if (customers.has(contactId)) void run(contactId, { type: 'customer-back', now: clock.now() });
  }

  async function run(contactId: string, command: ContactCommand): Promise<void> {
    try {
      await contacts.run(contactId, command);
    } catch (error) {
      onError(error, contactId);
      // A contact that cannot be read does not get better by trying again.
      if (isDamage(error)) active.delete(contactId);
      clock.later(retryAfter, () => settle(contactId));
    }
  }

  return {
    open(contactId) {
      if (!active.has(contactId)) return () => undefined;
      const close = customers.open(contactId);
      settle(contactId);
      return close;
    },
    close() {
      undos.forEach((undo) => undo());
      active.clear();
    },
  };
}

import type { Connections } from '../backend/connections.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { ContactCommand } from '../contact/decide.js';
import { isDamage } from '../errors.js';

export interface CustomerConnectionsOptions {
  contacts: Pick<Contacts, 'run' | 'summaries'>;
  /** The customers' connections by contact, with `limits.customerGone` as the grace period. */
  customers: Connections;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/**
 * Tracks which customers are connected. When a customer has been without a socket for `limits.customerGone`, the
 * contact gets an entry, and another one when they return. After a restart, every customer has that time to reconnect.
 */
export interface CustomerConnections {
  /** A socket shows the contact to its customer. Returns the function to call when the socket closes. */
  open(contactId: string): () => void;
  close(): void;
}

const notCounted = (): void => undefined;

/** Milliseconds until a command that could not be stored is retried. */
const retryAfter = 5_000;

export function createCustomerConnections(options: CustomerConnectionsOptions): CustomerConnections {
  const { contacts, customers, clock, onError } = options;
  /** The active contacts, and whether the log says that the customer is gone. */
  const active = new Map<string, boolean>();
  const undos = [
    contacts.summaries.on(({ summary }) => note(summary)),
    customers.onGone((contactId, since) =>
      run(contactId, { type: 'customer-gone', now: clock.now(), since }),
    ),
  ];

  function note({ contactId, state, endedAt, customerGone }: ContactSummary): void {
    if (state === 'ENDED' || endedAt !== null) {
      active.delete(contactId);
      return customers.forget(contactId);
    }
    active.set(contactId, Boolean(customerGone));
    reconcile(contactId);
  }

  /** Adds an entry if the log and the customer's connections disagree. */
  function reconcile(contactId: string): void {
    const isGone = active.get(contactId);
    if (isGone === undefined) return;
    if (!isGone) customers.expect(contactId);
    else if (customers.has(contactId)) void run(contactId, { type: 'customer-back', now: clock.now() });
  }

  async function run(contactId: string, command: ContactCommand): Promise<void> {
    try {
      await contacts.run(contactId, command);
    } catch (error) {
      onError(error, contactId);
      // Retrying doesn't help with a damaged contact.
      if (isDamage(error)) active.delete(contactId);
      clock.later(retryAfter, () => reconcile(contactId));
    }
  }

  return {
    open(contactId) {
      if (!active.has(contactId)) return notCounted;
      const close = customers.open(contactId);
      reconcile(contactId);
      return close;
    },
    close() {
      undos.forEach((undo) => undo());
      active.clear();
    },
  };
}

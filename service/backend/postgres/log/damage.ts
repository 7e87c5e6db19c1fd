import { createNanoEvents } from 'nanoevents';
import type { OnDamage } from '../../contact-log.js';
import { ServiceError } from '../../../errors.js';

/** Reports each damaged contact once. */
export class Damage {
  readonly #events = createNanoEvents<{ damage: OnDamage }>();
  readonly #known = new Set<string>();

  on(damaged: OnDamage): () => void {
    return this.#events.on('damage', damaged);
  }

  forget(contactId: string): void {
    this.#known.delete(contactId);
  }

  /** The error for whoever reads the contact; `what` follows "contact … in the database". */
  found(contactId: string, what: string): ServiceError {
    const cause = new Error(`Contact ${contactId} in the database ${what}. Restore it from a backup.`);
    if (!this.#known.has(contactId)) {
      this.#known.add(contactId);
      this.#events.emit('damage', contactId, cause);
    }
    return new ServiceError('CONTACT_DAMAGED', { cause });
  }
}

import { ServiceError } from '../../../errors.js';
import type { OnDamage } from '../../contact-log.js';
import { damaged, isCorruption, reasonOf } from '../database-failure.js';

/** Creates the errors for damaged contacts, and reports each contact once. */
export class ContactDamage {
  readonly #folder: string;
  readonly #listeners = new Set<OnDamage>();
  readonly #reported = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Calls `damaged` for each contact that is found damaged from now on. Returns the undo. */
  on(damaged: OnDamage): () => void {
    this.#listeners.add(damaged);
    return () => void this.#listeners.delete(damaged);
  }

  /** The error for readers of the contact; `what` names the damaged part. */
  of(contactId: string, what: string, cause?: unknown): ServiceError {
    const error = damaged(this.#folder, `contact ${contactId}: ${what}`, cause);
    if (!this.#reported.has(contactId)) {
      this.#reported.add(contactId);
      for (const damaged of this.#listeners) damaged(contactId, error);
    }
    return new ServiceError('CONTACT_DAMAGED', { cause: error });
  }

  /**
   * Runs a read of one contact. Rejects with CONTACT_DAMAGED if LevelDB finds damage, and with
   * TEMPORARILY_UNAVAILABLE if the database can't be read at the moment.
   */
  async reading<T>(contactId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ServiceError) throw cause;
      if (isCorruption(cause)) throw this.of(contactId, reasonOf(cause).message, cause);
      throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
    }
  }

  /** The same for reads of several contacts: damage rejects with STORE_DAMAGED. */
  async readingAll<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof ServiceError) throw cause;
      if (!isCorruption(cause)) throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
      const error = damaged(this.#folder, reasonOf(cause).message, cause);
      throw new ServiceError('STORE_DAMAGED', { cause: error });
    }
  }
}

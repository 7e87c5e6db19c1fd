import { ServiceError } from '../../errors.js';
import { damaged, isCorruption, reasonOf } from './database-failure.js';

/** Told of a contact that can't be read, once, with an error that names the contact and the folder. */
export type OnDamage = (contactId: string, error: Error) => void;

/** Makes errors of what is damaged, and tells of each contact once. */
export class ContactDamage {
  readonly #folder: string;
  readonly #onDamage: OnDamage;
  readonly #told = new Set<string>();

  constructor(folder: string, onDamage: OnDamage) {
    this.#folder = folder;
    this.#onDamage = onDamage;
  }

  /** The error for the readers of a contact; `what` is damaged in it. */
  of(contactId: string, what: string, cause?: unknown): ServiceError {
    const error = damaged(this.#folder, `contact ${contactId}: ${what}`, cause);
    if (!this.#told.has(contactId)) {
      this.#told.add(contactId);
      this.#onDamage(contactId, error);
    }
    return new ServiceError('CONTACT_DAMAGED', { cause: error });
  }

  /**
   * Reads something of one contact. Rejects with CONTACT_DAMAGED where LevelDB finds damage, and with
   * TEMPORARILY_UNAVAILABLE where the database can't be read at the moment.
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

  /** The same for what is of no single contact: damage rejects with STORE_DAMAGED. */
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

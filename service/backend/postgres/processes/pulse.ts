import { every, type Clock } from '../../../clock.js';
import type { Database } from '../database/database.js';
import { createCoalesced, type Coalesced } from './coalesced.js';
import type { ProcessLease } from './lease.js';
import { reap } from './reap.js';

/** Milliseconds between two beats: how old what a process knows of others may be. */
export const beatEvery = 1_000;

export interface PulseOptions {
  database: Database;
  lease: ProcessLease;
  clock: Clock;
  /** Told once why the database can't be reached, and `null` once it can again. */
  onFailure: (cause: unknown) => void;
}

/**
 * The regular work of a process: it renews the lease, ends those of the dead, and lets every part of the backend pass on
 * and fetch what is new.
 */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #parts: (() => Promise<void>)[] = [];
  readonly #beat: Coalesced;
  #undo = (): void => undefined;
  #isFailing = false;

  constructor(options: PulseOptions) {
    this.#options = options;
    this.#beat = createCoalesced(() => this.#work());
  }

  /** Called at each beat, one after the other, while the process has its lease. */
  onBeat(part: () => Promise<void>): void {
    this.#parts.push(part);
  }

  /** The first beat now, and then one every second. Rejects where the database can't be reached. */
  async begin(): Promise<void> {
    await this.#options.lease.begin();
    this.#undo = every(this.#options.clock, beatEvery, () => this.soon());
    await this.#beat.run();
  }

  /** A beat as soon as possible. */
  soon(): void {
    this.#beat.run().catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#undo();
    await this.#beat.settled();
  }

  async #work(): Promise<void> {
    const { database, lease } = this.#options;
    try {
      await lease.renew();
      if (lease.mayReap) await reap(database);
      let failure: unknown = null;
      // One that fails must not keep the others from their work.
      if (lease.isHeld)
        for (const part of this.#parts) await part().catch((error: unknown) => (failure ??= error));
      this.#report(failure);
    } catch (error) {
      this.#report(error);
    }
  }

  #report(cause: unknown): void {
    if ((cause !== null) === this.#isFailing) return;
    this.#isFailing = cause !== null;
    this.#options.onFailure(cause);
  }
}

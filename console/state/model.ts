import { createNanoEvents } from 'nanoevents';

/** State without a view: an immutable snapshot, replaced at each change. */
export abstract class Model<Snapshot extends object> {
  readonly #events = createNanoEvents<{ change(): void }>();
  #snapshot: Snapshot;

  constructor(initial: Snapshot) {
    this.#snapshot = initial;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls back after each change. Returns a function that unsubscribes. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** Replaces the snapshot and notifies listeners, unless `next` returns the same snapshot. */
  protected change(next: (snapshot: Snapshot) => Snapshot): void {
    const after = next(this.#snapshot);
    if (after === this.#snapshot) return;
    this.#snapshot = after;
    this.#events.emit('change');
  }
}

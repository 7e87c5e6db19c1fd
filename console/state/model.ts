import { createNanoEvents } from 'nanoevents';

/** State behind a view, without the view: a snapshot that is replaced at each change, never altered. */
export abstract class Model<Snapshot extends object> {
  readonly #events = createNanoEvents<{ change(): void }>();
  #snapshot: Snapshot;

  constructor(initial: Snapshot) {
    this.#snapshot = initial;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Calls back after each change; returns the undo. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** Replaces the snapshot, and tells of it; the same one is no change. */
  protected change(next: (snapshot: Snapshot) => Snapshot): void {
    const after = next(this.#snapshot);
    if (after === this.#snapshot) return;
    this.#snapshot = after;
    this.#events.emit('change');
  }
}

import { createNanoEvents } from 'nanoevents';

/** State behind a view, without the view: it announces each change of its `Members`. */
export abstract class Observable<Members> {
  readonly #events = createNanoEvents<{ change(): void }>();

  /** Calls back after each change; returns the undo. */
  onChange(changed: () => void): () => void {
    return this.#events.on('change', changed);
  }

  /** Changes members of this state, and announces it once. */
  protected set(members: Partial<Members>): void {
    Object.assign(this, members);
    this.#events.emit('change');
  }
}

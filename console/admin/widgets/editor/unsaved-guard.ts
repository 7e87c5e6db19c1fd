import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Makes the browser ask before a page with unsaved changes is left. */
export class UnsavedGuard implements ReactiveController {
  readonly #hasUnsaved: () => boolean;
  readonly #guard = (event: BeforeUnloadEvent): void => event.preventDefault();

  constructor(host: ReactiveControllerHost, hasUnsaved: () => boolean) {
    this.#hasUnsaved = hasUnsaved;
    host.addController(this);
  }

  hostUpdated(): void {
    // Listens only while changes are unsaved, because a permanent listener disables the back/forward cache.
    this.hostDisconnected();
    if (this.#hasUnsaved()) addEventListener('beforeunload', this.#guard);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#guard);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before a page with unsaved changes is left. */
export class UnsavedGuard implements ReactiveController {
  readonly #hasUnsaved: () => boolean;
  readonly #guard = (event: BeforeUnloadEvent): void => event.preventDefault();

  constructor(host: ReactiveControllerHost, hasUnsaved: () => boolean) {
    this.#hasUnsaved = hasUnsaved;
    host.addController(this);
  }

  hostUpdated(): void {
    // Only while there is something to lose: a listener that is always there keeps the page out of the browser's cache.
    this.hostDisconnected();
    if (this.#hasUnsaved()) addEventListener('beforeunload', this.#guard);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#guard);
  }
}

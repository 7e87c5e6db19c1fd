import type { Environment } from '../../../client/environment.js';

/** Milliseconds for which a typing frame is shown. */
const shownFor = 6_000;

/** Who is typing in each contact. A typing frame is shown for a few seconds. */
export class ShownTyping {
  readonly #environment: Pick<Environment, 'later'>;
  readonly #show: (contactId: string, name: string | undefined) => void;
  readonly #undos = new Map<string, () => void>();

  constructor(
    environment: Pick<Environment, 'later'>,
    show: (contactId: string, name: string | undefined) => void,
  ) {
    this.#environment = environment;
    this.#show = show;
  }

  show(contactId: string, name: string): void {
    this.#undos.get(contactId)?.();
    this.#show(contactId, name);
    this.#undos.set(
      contactId,
      this.#environment.later(shownFor, () => this.forget(contactId)),
    );
  }

  /** Stops showing that anyone is typing. */
  forget(contactId: string): void {
    this.#undos.get(contactId)?.();
    this.#undos.delete(contactId);
    this.#show(contactId, undefined);
  }

  clear(): void {
    for (const contactId of [...this.#undos.keys()]) this.forget(contactId);
  }
}

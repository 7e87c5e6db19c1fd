import type { Environment } from '../../../client/environment.js';

/** Milliseconds for which one typing frame is shown. */
const shownFor = 6_000;

/** Who is writing, by contact: shown for a few seconds after each frame. */
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

  /** Shows nobody any more. */
  forget(contactId: string): void {
    this.#undos.get(contactId)?.();
    this.#undos.delete(contactId);
    this.#show(contactId, undefined);
  }

  clear(): void {
    for (const contactId of [...this.#undos.keys()]) this.forget(contactId);
  }
}

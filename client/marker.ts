import type { Environment } from './environment.js';

/** Milliseconds for which marks are gathered. */
const gathered = 400;

export type MarkFrame = { type: 'delivered'; seq: number } | { type: 'read'; seq: number };

/** Nothing was told. */
const nothing = { delivered: 0, read: 0 };

/** Tells how far items have arrived and were seen: the highest number only, a few times a second, and again after a loss. */
export class Marker {
  readonly #environment: Environment;
  readonly #transmit: (frame: MarkFrame) => void;
  #delivered = 0;
  #read = 0;
  #told = nothing;
  #undo: (() => void) | undefined;

  constructor(environment: Environment, transmit: (frame: MarkFrame) => void) {
    this.#environment = environment;
    this.#transmit = transmit;
  }

  delivered(seq: number): void {
    if (seq > this.#delivered) this.#delivered = seq;
    this.#tellSoon();
  }

  read(seq: number): void {
    if (seq > this.#read) this.#read = seq;
    this.#tellSoon();
  }

  /** The connection is there: what was told on the last one may not have arrived. */
  open(): void {
    this.#told = nothing;
    if (this.#delivered > 0 || this.#read > 0) this.#tellSoon();
  }

  close(): void {
    this.#undo?.();
    this.#undo = undefined;
  }

  /** Another chat, with numbers of its own. */
  reset(): void {
    this.close();
    this.#delivered = 0;
    this.#read = 0;
    this.#told = nothing;
  }

  #tellSoon(): void {
    this.#undo ??= this.#environment.later(gathered, () => this.#tell());
  }

  #tell(): void {
    this.#undo = undefined;
    // Whoever has seen something has received it.
    if (this.#delivered > Math.max(this.#told.delivered, this.#read))
      this.#transmit({ type: 'delivered', seq: this.#delivered });
    if (this.#read > this.#told.read) this.#transmit({ type: 'read', seq: this.#read });
    this.#told = { delivered: this.#delivered, read: this.#read };
  }
}

import type { Environment } from './environment.js';

/** Milliseconds for which receipts are collected. */
const collected = 400;

export type ReceiptFrame = { type: 'delivered'; seq: number } | { type: 'read'; seq: number };

/** No receipt was sent. */
const nothing = { delivered: 0, read: 0 };

/**
 * Sends receipts: how far items have been received and read. It sends the highest number only, a few times a second,
 * and again after the connection was lost.
 */
export class ReceiptTracker {
  readonly #environment: Environment;
  readonly #transmit: (frame: ReceiptFrame) => void;
  #delivered = 0;
  #read = 0;
  #sent = nothing;
  #undo: (() => void) | undefined;

  constructor(environment: Environment, transmit: (frame: ReceiptFrame) => void) {
    this.#environment = environment;
    this.#transmit = transmit;
  }

  delivered(seq: number): void {
    if (seq > this.#delivered) this.#delivered = seq;
    this.#sendSoon();
  }

  read(seq: number): void {
    if (seq > this.#read) this.#read = seq;
    this.#sendSoon();
  }

  /** The connection was opened: receipts on the last one may not have arrived. */
  open(): void {
    this.#sent = nothing;
    if (this.#delivered > 0 || this.#read > 0) this.#sendSoon();
  }

  close(): void {
    this.#undo?.();
    this.#undo = undefined;
  }

  /** Starts again for another contact, which has its own numbers. */
  reset(): void {
    this.close();
    this.#delivered = 0;
    this.#read = 0;
    this.#sent = nothing;
  }

  #sendSoon(): void {
    this.#undo ??= this.#environment.later(collected, () => this.#send());
  }

  #send(): void {
    this.#undo = undefined;
    // A read receipt implies delivery.
    if (this.#delivered > Math.max(this.#sent.delivered, this.#read))
      this.#transmit({ type: 'delivered', seq: this.#delivered });
    if (this.#read > this.#sent.read) this.#transmit({ type: 'read', seq: this.#read });
    this.#sent = { delivered: this.#delivered, read: this.#read };
  }
}

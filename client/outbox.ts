import { backOff } from './back-off.js';
import type { ChatError } from './chat-error.js';
import type { Environment } from './environment.js';
import type { OutgoingMessage } from './outgoing.js';

/** Milliseconds in which a message must be answered, or the connection counts as dead. */
const answeredWithin = 10_000;

export interface OutboxOptions {
  environment: Environment;
  /** Puts a message onto the open connection. */
  transmit: (message: OutgoingMessage) => void;
  /** The connection did not answer in time. */
  onSilence: () => void;
  /** The list changed. */
  onChange: () => void;
}

/**
 * Messages in the order in which they were said, until they are stored. One is in flight at a time, so that none can
 * overtake another; each may be sent again and again, because its client token makes it one.
 */
export class Outbox {
  /** Messages that are not stored yet, in order. For reading only. */
  messages: readonly OutgoingMessage[] = [];
  readonly #options: OutboxOptions;
  #isOpen = false;
  #inFlight: string | undefined;
  #failures = 0;
  #undo: () => void = () => undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Whether everything that can be sent was stored. */
  get isIdle(): boolean {
    return this.messages.every(({ refusal }) => refusal);
  }

  add(message: OutgoingMessage): void {
    if (this.messages.some(({ clientToken }) => clientToken === message.clientToken)) return;
    const later = this.messages.filter(({ createdAt }) => createdAt > message.createdAt);
    const earlier = this.messages.filter((each) => !later.includes(each));
    this.#change([...earlier, message, ...later]);
  }

  /** The connection is ready: everything waiting is sent, one after the other. */
  open(): void {
    this.#isOpen = true;
    this.#pump();
  }

  /** The connection is lost: what was in flight is in doubt, and will be sent again. */
  close(): void {
    this.#isOpen = false;
    this.#land();
  }

  /** The message is stored. */
  stored(clientToken: string): void {
    this.#failures = 0;
    this.#remove(clientToken);
  }

  /** The service did not take the message: `retry` keeps its place and sends it again, else it waits for the person. */
  refused(error: ChatError, action: 'retry' | 'stop'): void {
    const { clientToken } = error;
    if (clientToken === undefined || !this.find(clientToken)) return;
    if (action === 'stop') return this.#refuse(clientToken, error);
    if (this.#inFlight !== clientToken) return;
    this.#land();
    const { environment } = this.#options;
    const delay = backOff((this.#failures += 1), environment.random());
    this.#undo = environment.later(delay, () => this.#pump());
  }

  /** Nothing of what waits can be sent any more. */
  refuseAll(error: ChatError): void {
    for (const { clientToken, refusal } of this.messages) if (!refusal) this.#refuse(clientToken, error);
  }

  /** Sends a refused message again, as the last one. */
  retry(clientToken: string): void {
    const message = this.find(clientToken);
    if (!message?.refusal) return;
    const { refusal: _forgiven, ...again } = message;
    this.#change([...this.messages.filter((each) => each !== message), again]);
  }

  discard(clientToken: string): void {
    if (this.find(clientToken)?.refusal) this.#remove(clientToken);
  }

  find(clientToken: string): OutgoingMessage | undefined {
    return this.messages.find((message) => message.clientToken === clientToken);
  }

  #refuse(clientToken: string, refusal: ChatError): void {
    this.#change(
      this.messages.map((message) =>
        message.clientToken === clientToken ? { ...message, refusal } : message,
      ),
      clientToken,
    );
  }

  #remove(clientToken: string): void {
    this.#change(
      this.messages.filter((message) => message.clientToken !== clientToken),
      clientToken,
    );
  }

  /** `settled` is in flight no longer, if it was. */
  #change(messages: readonly OutgoingMessage[], settled?: string): void {
    if (settled && this.#inFlight === settled) this.#land();
    this.messages = messages;
    this.#options.onChange();
    this.#pump();
  }

  #land(): void {
    this.#inFlight = undefined;
    this.#undo();
    this.#undo = () => undefined;
  }

  #pump(): void {
    if (!this.#isOpen || this.#inFlight !== undefined) return;
    const next = this.messages.find(({ refusal }) => !refusal);
    if (!next) return;
    this.#undo();
    this.#inFlight = next.clientToken;
    this.#undo = this.#options.environment.later(answeredWithin, () => this.#options.onSilence());
    this.#options.transmit(next);
  }
}

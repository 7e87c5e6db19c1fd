import { backOff } from './back-off.js';
import type { ChatError } from './chat-error.js';
import type { Environment } from './environment.js';
import type { OutgoingMessage } from './outgoing.js';

/** Milliseconds in which the service must answer a message; otherwise the connection counts as dead. */
const answeredWithin = 10_000;

export interface OutboxOptions {
  environment: Environment;
  /** Sends a message on the open connection. */
  transmit: (message: OutgoingMessage) => void;
  /** Called when the service did not answer in time. */
  onSilence: () => void;
  /** Called when the list has changed. */
  onChange: () => void;
}

/**
 * Messages in the order in which they were sent, until they are stored. One is in flight at a time, so that none can
 * overtake another. A message may be sent repeatedly: its client token makes the service store it once.
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

  /** Whether every message that was not refused is stored. */
  get isIdle(): boolean {
    return this.messages.every(({ refusal }) => refusal);
  }

  add(message: OutgoingMessage): void {
    if (this.messages.some(({ clientToken }) => clientToken === message.clientToken)) return;
    const later = this.messages.filter(({ createdAt }) => createdAt > message.createdAt);
    const earlier = this.messages.filter((each) => !later.includes(each));
    this.#change([...earlier, message, ...later]);
  }

  /** The connection is ready: sends the waiting messages one after the other. */
  open(): void {
    this.#isOpen = true;
    this.#sendNext();
  }

  /** The connection was lost: the message in flight will be sent again. */
  close(): void {
    this.#isOpen = false;
    this.#clearInFlight();
  }

  /** The message is stored. */
  stored(clientToken: string): void {
    this.#failures = 0;
    this.#remove(clientToken);
  }

  /**
   * The service refused the message. With `retry` it keeps its place and is sent again; otherwise it waits for the
   * visitor.
   */
  refused(error: ChatError, action: 'retry' | 'stop'): void {
    const { clientToken } = error;
    if (clientToken === undefined || !this.find(clientToken)) return;
    if (action === 'stop') return this.#refuse(clientToken, error);
    if (this.#inFlight !== clientToken) return;
    this.#clearInFlight();
    const { environment } = this.#options;
    const delay = backOff((this.#failures += 1), environment.random());
    this.#undo = environment.later(delay, () => this.#sendNext());
  }

  /** Refuses all waiting messages. */
  refuseAll(error: ChatError): void {
    for (const { clientToken, refusal } of this.messages) if (!refusal) this.#refuse(clientToken, error);
  }

  /** Sends a refused message again, after all others. */
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

  /** `settled` is the token of a message that is no longer in flight. */
  #change(messages: readonly OutgoingMessage[], settled?: string): void {
    if (settled && this.#inFlight === settled) this.#clearInFlight();
    this.messages = messages;
    this.#options.onChange();
    this.#sendNext();
  }

  #clearInFlight(): void {
    this.#inFlight = undefined;
    this.#undo();
    this.#undo = () => undefined;
  }

  #sendNext(): void {
    if (!this.#isOpen || this.#inFlight !== undefined) return;
    const next = this.messages.find(({ refusal }) => !refusal);
    if (!next) return;
    this.#undo();
    this.#inFlight = next.clientToken;
    this.#undo = this.#options.environment.later(answeredWithin, () => this.#options.onSilence());
    this.#options.transmit(next);
  }
}

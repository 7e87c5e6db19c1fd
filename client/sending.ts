import * as clientLimits from '../shared/client-limits.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import { charactersLeft } from './characters-left.js';
import { ChatError } from './chat-error.js';
import type { MessageStore } from './chat-store.js';
import type { Environment } from './environment.js';
import { Outbox, type OutboxOptions } from './outbox.js';
import type { OutgoingMessage } from './outgoing.js';
import type { UploadedFile } from './transfer-file.js';

interface Settle {
  resolve: (item: TranscriptItem) => void;
  reject: (error: ChatError) => void;
}

/** Milliseconds that the chat waits for IndexedDB. */
const readWithin = 10_000;

/**
 * Messages that are not stored by the service yet: in the outbox and in this browser's storage, each with the promise
 * that its sender received.
 */
export class Sending {
  readonly #environment: Environment;
  readonly #store: MessageStore;
  readonly #outbox: Outbox;
  readonly #promises = new Map<string, Settle>();
  readonly #onRead: () => void;
  /** Messages that were stored or discarded before IndexedDB has answered, which may still contain them. */
  readonly #removed = new Set<string>();
  #sentAt = 0;
  #reading: 'idle' | 'first' | 'late' | 'done' = 'idle';
  #isOpen = false;
  #resolveRead: () => void = () => undefined;
  readonly #whenRead = new Promise<void>((resolve) => (this.#resolveRead = resolve));

  constructor(store: MessageStore, options: OutboxOptions) {
    this.#environment = options.environment;
    this.#store = store;
    this.#outbox = new Outbox(options);
    this.#onRead = options.onChange;
  }

  get messages(): readonly OutgoingMessage[] {
    return this.#outbox.messages;
  }

  /**
   * The first message that goes out, which starts the chat; undefined if there is none. Waits for earlier messages
   * from this browser's storage.
   */
  async first(): Promise<OutgoingMessage | undefined> {
    if (this.messages.length > 0) await this.#whenRead;
    const next = this.messages.find(({ refusal }) => !refusal);
    return next?.attachment ? undefined : next;
  }

  /** Whether every message that was not refused is stored. */
  get isIdle(): boolean {
    return this.#isRead && this.#outbox.isIdle;
  }

  /**
   * Puts a message into the outbox; resolves with its item, rejects with the refusal. `isLong` says that long
   * messages are allowed.
   */
  send(content: string, contentType: string, isLong: boolean | undefined): Promise<TranscriptItem> {
    // The service closes the connection at a frame that is too large, and can't say which message it was. JSON may be
    // larger than text.
    const left = contentType.startsWith('text/')
      ? charactersLeft(content, isLong)
      : clientLimits.interactiveBytes - content.length;
    if (left < 0) return Promise.reject(new ChatError('MESSAGE_TOO_LONG', 'The message is too long.'));
    return this.#put({ clientToken: this.#environment.secret(), contentType, content });
  }

  /** Sends an uploaded file, with the client token that it received when it was chosen. */
  attach({ contentType, ...attachment }: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#put({ clientToken, contentType, content: '', attachment });
  }

  #put(said: Omit<OutgoingMessage, 'createdAt'>): Promise<TranscriptItem> {
    const { clientToken } = said;
    // Strictly later than the one before: the order survives a reload.
    this.#sentAt = Math.max(this.#environment.now(), this.#sentAt + 1);
    const message = { ...said, createdAt: this.#sentAt };
    const stored = new Promise<TranscriptItem>((resolve, reject) =>
      this.#promises.set(clientToken, { resolve, reject }),
    );
    void this.#store.addMessage(message);
    this.#outbox.add(message);
    return stored;
  }

  /** The connection is ready. Unsent messages of an earlier page go first. */
  open(): void {
    this.#isOpen = true;
    if (this.#isRead) this.#outbox.open();
    else this.read();
  }

  close(): void {
    this.#isOpen = false;
    this.#outbox.close();
  }

  find(clientToken: string): OutgoingMessage | undefined {
    return this.#outbox.find(clientToken);
  }

  /** The message is stored as this item. Messages that this page did not send are ignored. */
  stored(clientToken: string, item: TranscriptItem): void {
    this.#forget(clientToken);
    if (!this.find(clientToken)) return;
    this.#outbox.stored(clientToken);
    void this.#store.removeMessage(clientToken);
    this.#takePromise(clientToken)?.resolve(item);
  }

  refused(error: ChatError, action: 'retry' | 'stop'): void {
    this.#outbox.refused(error, action);
    if (action === 'retry' || error.clientToken === undefined) return;
    this.#takePromise(error.clientToken)?.reject(error);
  }

  /** Refuses all messages; the visitor can send each again. */
  refuseAll(error: ChatError): void {
    this.#outbox.refuseAll(error);
    for (const { reject } of this.#promises.values()) reject(error);
    this.#promises.clear();
  }

  retry(clientToken: string): void {
    this.#outbox.retry(clientToken);
  }

  discard(clientToken: string): void {
    this.#forget(clientToken);
    this.#outbox.discard(clientToken);
    void this.#store.removeMessage(clientToken);
  }

  /** Discards all messages. */
  clear(): void {
    this.#reading = 'done';
    this.#resolveRead();
    this.refuseAll(new ChatError('RESET', 'The chat was reset.'));
    for (const { clientToken } of this.messages) this.discard(clientToken);
  }

  get #isRead(): boolean {
    return this.#reading === 'late' || this.#reading === 'done';
  }

  /** Reads this browser's storage, once. IndexedDB may never answer, if another page blocks the database. */
  read(): void {
    if (this.#reading !== 'idle') return;
    this.#reading = 'first';
    const undo = this.#environment.later(readWithin, () => this.#finishReading('late'));
    void this.#store.readMessages().then((messages) => {
      undo();
      if (this.#reading !== 'done') this.#restore(messages);
      this.#finishReading('done');
    });
  }

  #finishReading(reading: 'late' | 'done'): void {
    this.#reading = reading;
    this.#resolveRead();
    if (this.#isOpen) this.#outbox.open();
    this.#onRead();
  }

  /**
   * Messages that IndexedDB returns after newer ones were sent wait for the visitor, because sending them now would
   * change the order.
   */
  #restore(messages: readonly OutgoingMessage[]): void {
    const isTooLate = this.#reading === 'late' && this.#sentAt > 0;
    const refusal = new ChatError('KEPT_TOO_LATE', 'Restored too late.');
    for (const message of messages) {
      if (this.#removed.has(message.clientToken)) void this.#store.removeMessage(message.clientToken);
      else this.#outbox.add(isTooLate ? { ...message, refusal } : message);
      this.#sentAt = Math.max(this.#sentAt, message.createdAt);
    }
    this.#removed.clear();
  }

  /** Removes and returns the promise of a message. */
  #takePromise(clientToken: string): Settle | undefined {
    const answer = this.#promises.get(clientToken);
    this.#promises.delete(clientToken);
    return answer;
  }

  #forget(clientToken: string): void {
    if (this.#reading !== 'done') this.#removed.add(clientToken);
  }
}

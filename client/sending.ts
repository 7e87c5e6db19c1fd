import * as clientLimits from '../shared/client-limits.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import { charactersLeft } from './characters-left.js';
import { ChatError } from './chat-error.js';
import type { MessageStore } from './chat-store.js';
import type { Environment } from './environment.js';
import { Outbox, type OutboxOptions } from './outbox.js';
import type { OutgoingMessage } from './outgoing.js';
import type { UploadedFile } from './transfer-file.js';

interface Answer {
  resolve: (item: TranscriptItem) => void;
  reject: (error: ChatError) => void;
}

/** Milliseconds in which the browser's keeping must answer before a chat goes on without it. */
const readWithin = 10_000;

/** Everything that is said and not yet stored: in the outbox, in this browser's keeping, and promised to whoever said it. */
export class Sending {
  readonly #environment: Environment;
  readonly #store: MessageStore;
  readonly #outbox: Outbox;
  readonly #answers = new Map<string, Answer>();
  readonly #onRead: () => void;
  /** Stored or discarded before the list of what is kept has come, which may still have them. */
  readonly #gone = new Set<string>();
  #saidAt = 0;
  #reading: 'idle' | 'first' | 'late' | 'done' = 'idle';
  #isOpen = false;
  #markRead: () => void = () => undefined;
  readonly #whenRead = new Promise<void>((resolve) => (this.#markRead = resolve));

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
   * The message that a chat starts with: the one that goes out first, if any. Waits for what is kept, as every message
   * does.
   */
  async first(): Promise<OutgoingMessage | undefined> {
    if (this.messages.length > 0) await this.#whenRead;
    const next = this.messages.find(({ refusal }) => !refusal);
    return next?.attachment ? undefined : next;
  }

  /** Whether everything that can be sent was stored. */
  get isIdle(): boolean {
    return this.#isRead && this.#outbox.isIdle;
  }

  /**
   * Puts a message into the outbox; resolves with its item, rejects with the refusal. `isLong` is where long messages are
   * allowed.
   */
  say(content: string, contentType: string, isLong: boolean | undefined): Promise<TranscriptItem> {
    // Known beforehand: a frame too large would not even be read, and so not be answered by name.
    // What is JSON may have more than a text.
    const left = contentType.startsWith('text/')
      ? charactersLeft(content, isLong)
      : clientLimits.interactiveBytes - content.length;
    if (left < 0) return Promise.reject(new ChatError('MESSAGE_TOO_LONG', 'The message is too long.'));
    return this.#put({ clientToken: this.#environment.secret(), contentType, content });
  }

  /** Says a file that was uploaded, under the client token that it has had since it was chosen. */
  attach({ contentType, ...attachment }: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#put({ clientToken, contentType, content: '', attachment });
  }

  #put(said: Omit<OutgoingMessage, 'createdAt'>): Promise<TranscriptItem> {
    const { clientToken } = said;
    // Strictly later than the one before: the order in which they were said outlives a reload.
    this.#saidAt = Math.max(this.#environment.now(), this.#saidAt + 1);
    const message = { ...said, createdAt: this.#saidAt };
    const stored = new Promise<TranscriptItem>((resolve, reject) =>
      this.#answers.set(clientToken, { resolve, reject }),
    );
    void this.#store.addMessage(message);
    this.#outbox.add(message);
    return stored;
  }

  /** The connection is ready. What was said before, on another page, and not stored, goes out first. */
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

  /** The message is stored, as this item; what was stored before this page is none of its business. */
  stored(clientToken: string, item: TranscriptItem): void {
    this.#forget(clientToken);
    if (!this.find(clientToken)) return;
    this.#outbox.stored(clientToken);
    void this.#store.removeMessage(clientToken);
    this.#answerTo(clientToken)?.resolve(item);
  }

  refused(error: ChatError, action: 'retry' | 'stop'): void {
    this.#outbox.refused(error, action);
    if (action === 'retry' || error.clientToken === undefined) return;
    this.#answerTo(error.clientToken)?.reject(error);
  }

  /** Nothing of it can be sent any more, unless the visitor asks for it again. */
  refuseAll(error: ChatError): void {
    this.#outbox.refuseAll(error);
    for (const { reject } of this.#answers.values()) reject(error);
    this.#answers.clear();
  }

  retry(clientToken: string): void {
    this.#outbox.retry(clientToken);
  }

  discard(clientToken: string): void {
    this.#forget(clientToken);
    this.#outbox.discard(clientToken);
    void this.#store.removeMessage(clientToken);
  }

  /** Gives everything up. */
  clear(): void {
    this.#reading = 'done';
    this.#markRead();
    this.refuseAll(new ChatError('RESET', 'The chat was reset.'));
    for (const { clientToken } of this.messages) this.discard(clientToken);
  }

  get #isRead(): boolean {
    return this.#reading === 'late' || this.#reading === 'done';
  }

  /** Reads what is kept, once. A browser may not answer at all (another page of it holds its database). */
  read(): void {
    if (this.#reading !== 'idle') return;
    this.#reading = 'first';
    const undo = this.#environment.later(readWithin, () => this.#goOn('late'));
    void this.#store.readMessages().then((messages) => {
      undo();
      if (this.#reading !== 'done') this.#take(messages);
      this.#goOn('done');
    });
  }

  #goOn(reading: 'late' | 'done'): void {
    this.#reading = reading;
    this.#markRead();
    if (this.#isOpen) this.#outbox.open();
    this.#onRead();
  }

  /** What comes so late that something said afterwards may be stored already waits for the person to send it again. */
  #take(messages: readonly OutgoingMessage[]): void {
    const isOvertaken = this.#reading === 'late' && this.#saidAt > 0;
    const refusal = new ChatError('KEPT_TOO_LATE', 'Restored too late.');
    for (const message of messages) {
      if (this.#gone.has(message.clientToken)) void this.#store.removeMessage(message.clientToken);
      else this.#outbox.add(isOvertaken ? { ...message, refusal } : message);
      this.#saidAt = Math.max(this.#saidAt, message.createdAt);
    }
    this.#gone.clear();
  }

  /** Takes the promise that was given for a message. */
  #answerTo(clientToken: string): Answer | undefined {
    const answer = this.#answers.get(clientToken);
    this.#answers.delete(clientToken);
    return answer;
  }

  #forget(clientToken: string): void {
    if (this.#reading !== 'done') this.#gone.add(clientToken);
  }
}

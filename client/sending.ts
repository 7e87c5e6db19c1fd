import { limits } from '../shared/limits.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
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
const readWithin = 2_000;

/** The most characters of a content; what is JSON may have more than a text. */
const most = (contentType: string): number =>
  contentType.startsWith('text/') ? limits.messageCharacters : limits.interactiveBytes;

const tooLong = (contentType: string): ChatError =>
  new ChatError('MESSAGE_TOO_LONG', `A message may have ${most(contentType)} characters.`);

/** Everything that is said and not yet stored: in the outbox, in this browser's keeping, and promised to whoever said it. */
export class Sending {
  readonly #environment: Environment;
  readonly #store: MessageStore;
  readonly #outbox: Outbox;
  readonly #answers = new Map<string, Answer>();
  #saidAt = 0;
  #keptRead: Promise<void> | undefined;

  constructor(store: MessageStore, options: OutboxOptions) {
    this.#environment = options.environment;
    this.#store = store;
    this.#outbox = new Outbox(options);
  }

  get messages(): readonly OutgoingMessage[] {
    return this.#outbox.messages;
  }

  get isIdle(): boolean {
    return this.#outbox.isIdle;
  }

  /** Puts a message into the outbox; resolves with its item, rejects with the refusal. */
  say(content: string, contentType: string): Promise<TranscriptItem> {
    // Known beforehand: a frame too large would not even be read, and so not be answered by name.
    if (content.length > most(contentType)) return Promise.reject(tooLong(contentType));
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

  /**
   * What was said before, on another page, and not stored: it is sent first. A browser may be slow to answer, or not
   * answer at all (another page of it holds its database): the chat does not wait for ever, and takes it when it comes.
   */
  readKept(): Promise<void> {
    this.#keptRead ??= new Promise((resolve) => {
      const undo = this.#environment.later(readWithin, resolve);
      void this.#store.readMessages().then((messages) => {
        undo();
        messages.forEach((message) => this.#outbox.add(message));
        resolve();
      });
    });
    return this.#keptRead;
  }

  open(): void {
    this.#outbox.open();
  }

  close(): void {
    this.#outbox.close();
  }

  find(clientToken: string): OutgoingMessage | undefined {
    return this.#outbox.messages.find((message) => message.clientToken === clientToken);
  }

  /** The message is stored, as this item; what was stored before this page is none of its business. */
  stored(clientToken: string, item: TranscriptItem): void {
    if (!this.find(clientToken)) return;
    this.#outbox.stored(clientToken);
    void this.#store.removeMessage(clientToken);
    this.#answers.get(clientToken)?.resolve(item);
    this.#answers.delete(clientToken);
  }

  refused(error: ChatError, action: 'retry' | 'stop'): void {
    this.#outbox.refused(error, action);
    if (action === 'retry' || error.clientToken === undefined) return;
    this.#answers.get(error.clientToken)?.reject(error);
    this.#answers.delete(error.clientToken);
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
    this.#outbox.discard(clientToken);
    void this.#store.removeMessage(clientToken);
  }

  /** Gives everything up. */
  clear(): void {
    this.refuseAll(new ChatError('RESET', 'The chat was closed on this page.'));
    for (const { clientToken } of this.messages) this.discard(clientToken);
  }
}

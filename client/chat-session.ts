import { createNanoEvents } from 'nanoevents';
import type { CustomerServiceFrame } from '../shared/protocol/customer-frames.js';
import type { SocketFrame } from '../shared/protocol/socket-frames.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import { ChatError } from './chat-error.js';
import { ChatProgress } from './chat-progress.js';
import type { ChatSessionEvents, ChatSessionOptions } from './chat-session-options.js';
import type { SessionState } from './session-state.js';
import type { ChatStore } from './chat-store.js';
import { ContactChannel } from './contact-channel.js';
import { pageEnvironment } from './environment.js';
import type { OutgoingMessage } from './outgoing.js';
import { createPageStore } from './page-store.js';
import { Reconnect } from './reconnect.js';
import type { UploadedFile } from './transfer-file.js';

/**
 * One visitor's chat with a widget, without a user interface. It starts the chat, reconnects after each loss, and has
 *   one {@link ContactChannel}. It runs in browsers and in Node.
 */
export class ChatSession {
  /** What this browser stores of the chat. */
  readonly store: ChatStore;
  readonly #events = createNanoEvents<ChatSessionEvents>();
  readonly #connection: Reconnect;
  readonly #channel: ContactChannel;
  readonly #progress: ChatProgress;

  constructor(options: ChatSessionOptions) {
    const events = this.#events;
    const environment = { ...pageEnvironment(), ...options.environment };
    const store = options.store ?? createPageStore(options);
    const widget = `${options.serviceUrl}/widgets/${encodeURIComponent(options.widgetId)}`;
    const connection = new Reconnect(`${widget.replace('http', 'ws')}/socket`, environment);
    const onEnded = (): void => progress.ended();
    const channel = new ContactChannel({ environment, store, events, connection, onEnded });
    const progress = new ChatProgress(options, { environment, events, store, connection, channel });
    this.store = store;
    this.#connection = connection;
    this.#channel = channel;
    this.#progress = progress;
    // The session owns the connection: its listeners need no removal.
    connection.on('open', () => progress.begin());
    connection.on('frame', (frame) => this.#handle(frame as Exclude<CustomerServiceFrame, SocketFrame>));
    connection.on('lost', () => progress.lost());
    // The participant has been refused, or this client broke the protocol.
    connection.on('stopped', () =>
      progress.fail(new ChatError('PARTICIPANT_REFUSED', 'This chat can’t be continued.')),
    );
  }

  get state(): SessionState {
    return this.#progress.state;
  }
  /**
   * Why the state is `failed`, or why the service accepts the chat only later; then the next attempt is automatic.
   */
  get failure(): ChatError | undefined {
    return this.#progress.failure;
  }
  get contactId(): string | undefined {
    return this.#progress.chat?.contactId;
  }
  get participantId(): string | undefined {
    return this.#progress.chat?.participantId;
  }
  get displayName(): string | undefined {
    return this.#progress.chat?.displayName;
  }
  /**
   * Whether messages may be long (`limits.longMessageBytes`). True before the chat, until the service says otherwise.
   */
  get longMessages(): boolean | undefined {
    const { chat } = this.#progress;
    return !chat || chat.longMessages;
  }
  /** Addresses of agents' pictures by participant: of this chat, and of earlier ones on this page. */
  get faces(): Readonly<Record<string, string>> {
    return this.#channel.faces;
  }
  /** The participant token, which proves who the visitor is in this chat. */
  get participantToken(): string | undefined {
    return this.#progress.kept?.participantToken;
  }
  /** In order of `seq`. The session has the same array for its whole life. */
  get items(): readonly TranscriptItem[] {
    return this.#channel.transcript.items;
  }
  /** Messages that are not stored yet, in order. */
  get waiting(): readonly OutgoingMessage[] {
    return this.#channel.sending.messages;
  }
  /** When the next attempt to reconnect is due, in monotonic milliseconds. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }

  on<Event extends keyof ChatSessionEvents>(event: Event, listener: ChatSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Continues the chat that this browser stored. Returns whether there is one, before it is connected. */
  restore(): boolean {
    return this.#progress.restore();
  }

  /**
   * Starts a chat, or returns the active one; after an ended one, a new one. Resolves when the service has it;
   *   rejects with {@link ChatError} if the service refuses. `answers` are the answers to the pre-chat form;
   *   `leftMessage` is an offline message, sent with them while no agent is available.
   */
  start(answers?: Record<string, string>, leftMessage?: string): Promise<{ contactId: string }> {
    return this.#progress.start(answers, leftMessage);
  }

  /** Leaves a chat that ended or was refused, and waits for the next start. */
  renew(): void {
    this.#progress.renew();
  }

  /**
   * Sends a message, and starts the chat if there is none. This browser stores the message until the service has it.
   *   Resolves with the item then; rejects with {@link ChatError} if the service refuses.
   */
  send(content: string, contentType?: string): Promise<TranscriptItem> {
    this.start().catch(() => undefined);
    return this.#channel.send(content, contentType, this.longMessages);
  }

  /** Sends a file that was uploaded to this chat; like {@link send}, with the caller's client token. */
  attach(file: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#channel.sending.attach(file, clientToken);
  }

  /** Sends a refused message again; in a new chat if the old one has ended. */
  retry(clientToken: string): void {
    this.start().catch(() => undefined);
    this.#channel.sending.retry(clientToken);
  }

  discard(clientToken: string): void {
    this.#channel.sending.discard(clientToken);
  }

  /** The visitor is typing; sent at most every four seconds. */
  typing(): void {
    this.#channel.typing();
  }

  /** The visitor has read everything up to this number. */
  read(seq: number): void {
    this.#channel.receipts.read(seq);
  }

  reconnectNow(): void {
    this.#connection.now();
  }

  /** Ends the chat after everything that was sent is stored; resolves when it has ended. */
  async end(): Promise<void> {
    await this.#progress.end();
  }

  /** Forgets everything that this browser stored about the visitor; the chat continues without them. */
  async reset(): Promise<void> {
    this.#channel.sending.clear();
    this.#progress.reset();
    await this.store.clear();
  }

  /** Closes the socket and removes all listeners; stored data stays. */
  destroy(): void {
    this.#connection.stop();
    this.#channel.close();
    this.#events.events = {};
  }

  #handle(frame: Exclude<CustomerServiceFrame, SocketFrame>): void {
    switch (frame.type) {
      case 'started':
      case 'resumed':
        return this.#progress.opened(frame);
      case 'queue':
        return this.#events.emit('queue', frame);
      case 'configuration':
        return this.#events.emit('configuration', frame.configuration);
      case 'error':
        return this.#progress.refused(frame);
      default:
        this.#channel.receive(frame);
    }
  }
}

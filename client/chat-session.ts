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
 * One visitor's chat with a widget, without any user interface: starts it, goes on after every loss, and has one
 * {@link ContactChannel}. Runs in browsers and in Node.
 */
export class ChatSession {
  /** What this browser keeps of the chat. */
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
    // The connection is this session's own, and ends with it.
    connection.on('open', () => progress.begin());
    connection.on('frame', (frame) => this.#handle(frame as Exclude<CustomerServiceFrame, SocketFrame>));
    connection.on('lost', () => progress.lost());
    // This chat is not ours (any more), or we broke the protocol.
    connection.on('stopped', () =>
      progress.fail(new ChatError('PARTICIPANT_REFUSED', 'This chat can’t be continued.')),
    );
  }

  get state(): SessionState {
    return this.#progress.state;
  }
  /** Why the state is `failed`, or why the service takes the chat only later: the next attempt comes by itself. */
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
  /** Whether messages may be long (`limits.longMessageBytes`). Before the chat, the service has not said that they may not. */
  get longMessages(): boolean | undefined {
    const { chat } = this.#progress;
    return !chat || chat.longMessages;
  }
  /** Addresses of agents' pictures by participant: of this chat, and of those before it on this page. */
  get faces(): Readonly<Record<string, string>> {
    return this.#channel.faces;
  }
  /** Proves who the visitor is in this chat. */
  get participantToken(): string | undefined {
    return this.#progress.kept?.participantToken;
  }
  /** In order of `seq`; the same array for as long as the session lives. */
  get items(): readonly TranscriptItem[] {
    return this.#channel.transcript.items;
  }
  /** What is said but not stored, in order. */
  get waiting(): readonly OutgoingMessage[] {
    return this.#channel.sending.messages;
  }
  /** When the next attempt to reconnect comes, in milliseconds since 1970. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }

  on<Event extends keyof ChatSessionEvents>(event: Event, listener: ChatSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Continues the chat that this browser kept, if any; gives whether there is one, before it is connected. */
  restore(): boolean {
    return this.#progress.restore();
  }

  /**
   * Starts a chat, or gives the one under way; after an ended one, a new one. Resolves once the service has it; rejects
   * with {@link ChatError} where it refused. `answers` are those to the form before the chat; `leftMessage` is what is
   * left, with them, while nobody answers.
   */
  start(answers?: Record<string, string>, leftMessage?: string): Promise<{ contactId: string }> {
    return this.#progress.start(answers, leftMessage);
  }

  /** Leaves a chat that is over or was refused, and waits for the start of the next one. */
  renew(): void {
    this.#progress.renew();
  }

  /**
   * Says something; the chat starts where there is none. It is kept in this browser until it is stored: resolves with
   * the item then, and rejects with {@link ChatError} where the service refused it.
   */
  send(content: string, contentType?: string): Promise<TranscriptItem> {
    this.start().catch(() => undefined);
    return this.#channel.send(content, contentType, this.longMessages);
  }

  /** Says a file that was uploaded to this chat; as {@link send}, with a client token of the caller's. */
  attach(file: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#channel.sending.attach(file, clientToken);
  }

  /** Sends a refused message again; in a new chat, where the old one is over. */
  retry(clientToken: string): void {
    this.start().catch(() => undefined);
    this.#channel.sending.retry(clientToken);
  }

  discard(clientToken: string): void {
    this.#channel.sending.discard(clientToken);
  }

  /** The visitor is writing; said at most every four seconds. */
  typing(): void {
    this.#channel.typing();
  }

  /** Everything up to this number was seen. */
  read(seq: number): void {
    this.#channel.marker.read(seq);
  }

  reconnectNow(): void {
    this.#connection.now();
  }

  /** Ends the chat after everything said is stored; resolves once it is over. */
  async end(): Promise<void> {
    await this.#progress.end();
  }

  /** Forgets everything that this browser kept of the visitor; the chat itself goes on without them. */
  async reset(): Promise<void> {
    this.#channel.sending.clear();
    this.#progress.reset();
    await this.store.clear();
  }

  /** Closes the socket and stops telling; what is kept stays. */
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

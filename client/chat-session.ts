import { createNanoEvents } from 'nanoevents';
import { contentTypes } from '../shared/content-types.js';
import { actionOf } from '../shared/protocol/codes.js';
import type {
  AckFrame,
  CustomerFrame,
  CustomerServiceFrame,
  ErrorFrame,
  ItemFrame,
  ResumedFrame,
  StartedFrame,
} from '../shared/protocol/customer-frames.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import { ChatError } from './chat-error.js';
import type { ChatSessionEvents, ChatSessionOptions, SessionState } from './chat-session-options.js';
import type { ChatStore } from './chat-store.js';
import { pageEnvironment, type Environment } from './environment.js';
import type { KeptChat } from './kept-chat.js';
import { Marker } from './marker.js';

import { toFirstMessage, toFrame, type OutgoingMessage } from './outgoing.js';
import { toOwnItem } from './own-item.js';
import { createPageStore } from './page-store.js';
import { Reconnect } from './reconnect.js';
import { Sending } from './sending.js';
import { createStartFrame } from './start-frame.js';
import { Transcript } from './transcript.js';
import type { UploadedFile } from './transfer-file.js';

interface Answer<Value> {
  resolve: (value: Value) => void;
  reject: (error: ChatError) => void;
}

/** Milliseconds between two typing frames. */
const typingEvery = 4_000;
/** How often the website is asked for a token at one start. */
const tokenTries = 2;
const startRefusals = [
  'TOKEN_REFUSED',
  'ANSWER_INVALID',
  'ATTRIBUTES_INVALID',
  'FRAME_INVALID',
  'FRAME_TOO_LARGE',
  'MESSAGE_TOO_LONG',
];

/**
 * One visitor's chat with a widget, without any user interface: starts it, goes on after every loss, keeps what is
 * said until it is stored, and gives each item once, in order. Runs in browsers and in Node.
 */
export class ChatSession {
  /** Addresses of agents' pictures by participant: of this chat, and of those before it on this page. */
  readonly faces: Record<string, string> = {};
  readonly #options: ChatSessionOptions;
  readonly #environment: Environment;
  readonly #events = createNanoEvents<ChatSessionEvents>();
  readonly #store: ChatStore;
  readonly #connection: Reconnect;
  readonly #sending: Sending;
  readonly #transcript = new Transcript();
  readonly #marker: Marker;

  readonly #undos: (() => void)[];
  #state: SessionState = 'idle';
  #failure: ChatError | undefined;
  #kept: KeptChat | undefined;
  #chat: StartedFrame | ResumedFrame | undefined;
  #starts: Answer<{ contactId: string }>[] = [];
  #ends: Answer<void>[] = [];
  #tokensAsked = 0;
  #hasToken = false;
  #replayUntil = 0;
  #epoch: string | undefined;
  #typedAt = -Infinity;

  #isEndSaid = false;

  constructor(options: ChatSessionOptions) {
    const { serviceUrl, widgetId } = options;
    this.#options = options;
    this.#environment = { ...pageEnvironment(), ...options.environment };
    this.#store = options.store ?? createPageStore({ serviceUrl, widgetId });
    const url = `${serviceUrl.replace(/^http/, 'ws')}/widgets/${encodeURIComponent(widgetId)}/socket`;
    this.#connection = new Reconnect(url, this.#environment);
    this.#sending = new Sending(this.#store, {
      environment: this.#environment,
      transmit: (message) => this.#transmit(toFrame(message)),
      onSilence: () => this.#connection.restart(),
      onChange: () => {
        this.#events.emit('outbox', this.#sending.messages);
        this.#endIfIdle();
      },
    });
    this.#marker = new Marker(this.#environment, (frame) => this.#state === 'live' && this.#transmit(frame));
    this.#undos = [
      this.#connection.on('open', () => void this.#open()),
      this.#connection.on('frame', (frame) => this.#handle(frame as CustomerServiceFrame)),
      this.#connection.on('lost', () => this.#lose()),
      this.#connection.on('stopped', () => this.#refused()),
    ];
  }

  get state(): SessionState {
    return this.#state;
  }
  /** Why the state is `failed`, or why the service takes the chat only later: the next attempt comes by itself. */
  get failure(): ChatError | undefined {
    return this.#failure;
  }
  get contactId(): string | undefined {
    return this.#chat?.contactId;
  }
  get participantId(): string | undefined {
    return this.#chat?.participantId;
  }
  get displayName(): string | undefined {
    return this.#chat?.displayName;
  }
  /** Whether messages may be long (`limits.longMessageBytes`). */
  get longMessages(): boolean | undefined {
    return this.#chat ? this.#chat.longMessages : this.#options.longMessages?.();
  }
  /** Proves who the visitor is in this chat. */
  get participantToken(): string | undefined {
    return this.#kept?.participantToken;
  }
  /** In order of `seq`; the same array for as long as the session lives. */
  get items(): readonly TranscriptItem[] {
    return this.#transcript.items;
  }
  /** What is said but not stored, in order. */
  get waiting(): readonly OutgoingMessage[] {
    return this.#sending.messages;
  }
  /** When the next attempt to reconnect comes, in milliseconds since 1970. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }
  /** Where the draft is kept. */
  get store(): ChatStore {
    return this.#store;
  }

  on<Event extends keyof ChatSessionEvents>(event: Event, listener: ChatSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Continues the chat that this browser kept, if any; gives whether there is one, before it is connected. */
  restore(): boolean {
    this.#kept ??= this.#store.readChat();
    if (!this.#kept) return false;
    if (this.#state === 'idle') this.#connect();
    return true;
  }

  /**
   * Starts a chat, or gives the one under way; after an ended one, a new one. Resolves once the service has it; rejects
   * with {@link ChatError} where it refused. `answers` are those to the form before the chat; `leftMessage` is what is
   * left, with them, while nobody answers.
   */
  async start(answers?: Record<string, string>, leftMessage?: string): Promise<{ contactId: string }> {
    this.#leaveFinished();
    if (this.#chat) return { contactId: this.#chat.contactId };
    const started = new Promise<{ contactId: string }>((resolve, reject) =>
      this.#starts.push({ resolve, reject }),
    );
    this.#kept ??= this.#store.readChat();
    if (!this.#kept)
      this.#keep({
        startToken: this.#environment.secret(),
        ...(answers && { answers }),
        ...(leftMessage && { leftMessage }),
      });
    if (this.#state === 'idle' || this.#state === 'failed') this.#connect();
    return started;
  }

  /** Leaves a chat that is over or was refused, and waits for the start of the next one. */
  renew(): void {
    this.#leaveFinished();
    this.#failure = undefined;
    if (this.#state === 'failed') this.#setState('idle');
  }

  /**
   * Says something; the chat starts where there is none. It is kept in this browser until it is stored: resolves with
   * the item then, and rejects with {@link ChatError} where the service refused it.
   */
  send(content: string, contentType: string = contentTypes.plain): Promise<TranscriptItem> {
    if (!this.#isUnderWay) this.start().catch(() => undefined);
    // What is typed from now on is another message.
    this.#typedAt = -Infinity;
    return this.#sending.say(content, contentType, this.longMessages);
  }

  /** Says a file that was uploaded to this chat; as {@link send}, with a client token of the caller's. */
  attach(file: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#sending.attach(file, clientToken);
  }

  /** Sends a refused message again; in a new chat, where the old one is over. */
  retry(clientToken: string): void {
    if (!this.#isUnderWay) this.start().catch(() => undefined);
    this.#sending.retry(clientToken);
  }

  discard(clientToken: string): void {
    this.#sending.discard(clientToken);
  }

  /** The visitor is writing; said at most every four seconds. */
  typing(): void {
    const now = this.#environment.monotonic();
    if (this.#state !== 'live' || now - this.#typedAt < typingEvery) return;
    this.#typedAt = now;
    this.#transmit({ type: 'typing' });
  }

  /** Everything up to this number was seen. */
  read(seq: number): void {
    this.#marker.read(seq);
  }

  reconnectNow(): void {
    this.#connection.now();
  }

  /** Ends the chat after everything said is stored; resolves once it is over. */
  async end(): Promise<void> {
    if (!this.#kept || this.#state === 'ended' || this.#state === 'failed') return;
    this.#keep({ ...this.#kept, isEnding: true });
    const ended = new Promise<void>((resolve, reject) => this.#ends.push({ resolve, reject }));
    this.#endIfIdle();
    return ended;
  }

  /** Forgets everything that this browser kept of the visitor; the chat itself goes on without them. */
  async reset(): Promise<void> {
    this.#sending.clear();
    this.#forgetChat();
    await this.#store.clear();
  }

  /** Closes the socket and stops telling; what is kept stays. */
  destroy(): void {
    this.#connection.stop();
    this.#sending.close();
    this.#marker.close();
    this.#undos.forEach((undo) => undo());
    this.#events.events = {};
  }

  get #isUnderWay(): boolean {
    return this.#state === 'connecting' || this.#state === 'live' || this.#state === 'reconnecting';
  }

  #transmit(frame: CustomerFrame): void {
    this.#connection.send(frame);
  }

  #setState(state: SessionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#events.emit('state', state);
  }

  #keep(kept: KeptChat | undefined): void {
    this.#kept = kept;
    this.#store.writeChat(kept);
  }

  #connect(): void {
    this.#failure = undefined;
    this.#tokensAsked = 0;
    this.#sending.read();
    this.#setState('connecting');
    this.#connection.start();
  }

  async #open(): Promise<void> {
    const { participantToken } = this.#kept ?? {};
    if (participantToken === undefined) return this.#sendStart();
    const after = this.#transcript.lastSeq;
    // What has no number yet has no epoch either.
    const epoch = after > 0 ? this.#epoch : undefined;
    this.#transmit({ type: 'resume', participantToken, after, ...(epoch !== undefined && { epoch }) });
  }

  async #sendStart(): Promise<void> {
    const kept = this.#kept;
    if (!kept) return;
    this.#tokensAsked += 1;
    const { startElsewhere } = this.#options;
    try {
      if (startElsewhere) return this.#adopt(kept, await startElsewhere());
      const frame = await createStartFrame(kept, this.#options);
      this.#hasToken = frame.token !== undefined;
      const message = toFirstMessage(await this.#sending.first());
      if (this.#kept === kept) this.#transmit({ ...frame, message });
    } catch (reason) {
      const detail = reason instanceof Error ? `: ${reason.message}` : '.';
      this.#fail(new ChatError('AUTHENTICATE_FAILED', `The website gave no token for this chat${detail}`));
    }
  }

  /** The chat that the website has started for the visitor. */
  #adopt(kept: KeptChat, participantToken: string): void {
    if (this.#kept !== kept) return;
    this.#keep({ ...kept, participantToken });
    void this.#open();
  }

  #handle(frame: CustomerServiceFrame): void {
    switch (frame.type) {
      case 'started':
        return this.#handleStarted(frame);
      case 'resumed':
        return this.#handleOpened(frame, frame.lastSeq);
      case 'item':
        return this.#handleItem(frame);
      case 'ack':
        return this.#handleAck(frame);
      case 'typing':
        return this.#events.emit('typing', {
          participantId: frame.participantId,
          displayName: frame.displayName,
        });
      case 'receipt': {
        const { participantId, delivered, read } = frame;
        return this.#events.emit('receipt', { participantId, delivered, read });
      }
      case 'queue':
        return this.#events.emit('queue', { position: frame.position, size: frame.size });
      case 'configuration':
        return this.#events.emit('configuration', frame.configuration);
      case 'error':
        return this.#handleError(frame);
      default:
      // A newer service may say more than this client knows.
    }
  }

  #handleStarted(frame: StartedFrame): void {
    const { startToken, isEnding } = this.#kept ?? {};
    const { participantToken } = frame;
    if (startToken) this.#keep({ startToken, participantToken, ...(isEnding && { isEnding }) });
    this.#handleOpened(frame, 0);
  }

  #handleOpened(frame: StartedFrame | ResumedFrame, lastSeq: number): void {
    this.#epoch = frame.epoch;
    this.#failure = undefined;
    this.#connection.succeeded();
    this.#chat = frame;
    this.#replayUntil = lastSeq;
    this.#isEndSaid = false;
    this.#setState('live');
    for (const { resolve } of this.#starts.splice(0)) resolve({ contactId: frame.contactId });
    this.#marker.open();
    this.#sending.open();
    this.#endIfIdle();
  }

  #handleItem({ item, clientToken, pictureUrl }: ItemFrame): void {
    if (pictureUrl) this.faces[item.participantId!] = pictureUrl;
    const isOwn = clientToken !== undefined && item.participantId === this.#chat?.participantId;
    if (isOwn) this.#sending.stored(clientToken, item);
    else this.#marker.delivered(item.seq);
    this.#add(item);
    if (item.contentType === contentTypes.ended) this.#handleEnded();
  }

  #handleAck(ack: AckFrame): void {
    const { clientToken } = ack;
    const message = this.#sending.find(clientToken);
    if (!message || !this.#chat) return;
    const item = toOwnItem(message, ack, { ...this.#chat, participantRole: 'CUSTOMER' });
    this.#add(item);
    this.#sending.stored(clientToken, item);
  }

  #add(item: TranscriptItem): void {
    if (this.#transcript.add(item)) this.#events.emit('items', [item], item.seq > this.#replayUntil);
  }

  #handleError({ code, message, clientToken, retryAfter }: ErrorFrame): void {
    const error = new ChatError(code, message, clientToken);
    const action = actionOf(code);
    if (clientToken !== undefined) this.#sending.refused(error, action);
    if (clientToken !== undefined && action === 'retry') return;
    if (code === 'CURSOR_BEYOND_LOG') return this.#readAgain();
    if (this.#state === 'connecting' || this.#state === 'reconnecting')
      this.#handleStartError(error, action, retryAfter);
    else this.#events.emit('error', error);
  }

  /** The log is shorter than what this page has seen: the service was set back. The log is the truth. */
  #readAgain(): void {
    this.#transcript.clear();
    this.#events.emit('items', [], false);
    void this.#open();
  }

  #handleStartError(error: ChatError, action: 'retry' | 'stop', retryAfter?: number): void {
    const mayAskAgain = this.#hasToken && this.#tokensAsked < tokenTries;
    if (error.code === 'TOKEN_REFUSED' && mayAskAgain) return void this.#sendStart();
    if (action === 'retry') {
      this.#failure = error;
      return this.#connection.restart(retryAfter);
    }
    if (startRefusals.includes(error.code)) this.#fail(error);
  }

  #lose(): void {
    this.#sending.close();
    this.#marker.close();
    if (this.#state === 'live') this.#state = 'reconnecting';
    // Told at each loss: the time of the next attempt is another.
    this.#events.emit('state', this.#state);
  }

  #handleEnded(): void {
    this.#connection.stop();
    this.#sending.close();
    if (this.#kept?.isEnding) this.#keep({ ...this.#kept, isEnding: false });
    this.#sending.refuseAll(new ChatError('CONTACT_ENDED', 'The chat has ended.'));
    this.#setState('ended');
    for (const { resolve } of this.#ends.splice(0)) resolve();
  }

  /** The service closed the socket for good: this chat is not ours (any more), or we broke the protocol. */
  #refused(): void {
    this.#fail(new ChatError('PARTICIPANT_REFUSED', 'This chat can’t be continued.'));
  }

  #fail(error: ChatError): void {
    this.#failure = error;
    this.#connection.stop();
    this.#sending.close();
    this.#marker.close();
    for (const { reject } of this.#starts.splice(0)) reject(error);
    for (const { reject } of this.#ends.splice(0)) reject(error);
    this.#sending.refuseAll(error);
    // A chat that never began is not begun again by the next page, only by the visitor.
    if (!this.#kept?.participantToken) this.#keep(undefined);
    this.#setState('failed');
    this.#events.emit('error', error);
  }

  /** The end is said last: after everything before it is stored. */
  #endIfIdle(): void {
    if (!this.#kept?.isEnding || this.#isEndSaid || this.#state !== 'live' || !this.#sending.isIdle) return;
    this.#isEndSaid = true;
    this.#transmit({ type: 'end' });
  }

  #leaveFinished(): void {
    if (this.#state === 'ended' || this.#failure?.code === 'PARTICIPANT_REFUSED') this.#forgetChat();
  }

  #forgetChat(): void {
    this.#connection.stop();
    this.#sending.close();
    this.#marker.reset();
    this.#keep(undefined);
    this.#chat = undefined;
    this.#failure = undefined;
    this.#transcript.clear();
    this.#events.emit('items', [], false);
    this.#setState('idle');
  }
}

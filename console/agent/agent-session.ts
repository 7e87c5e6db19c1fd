import { createNanoEvents } from 'nanoevents';
import { ChatError } from '../../client/chat-error.js';
import { pageEnvironment, type Environment } from '../../client/environment.js';
import { Marker } from '../../client/marker.js';
import { toFrame } from '../../client/outgoing.js';
import { toOwnItem } from '../../client/own-item.js';
import { Reconnect } from '../../client/reconnect.js';
import { Sending } from '../../client/sending.js';
import type { UploadedFile } from '../../client/transfer-file.js';
import { contentTypes } from '../../shared/content-types.js';
import type {
  AgentFrame,
  AgentServiceFrame,
  AgentStatus,
  ChosenStatus,
  ContactFrame,
} from '../../shared/protocol/agent-frames.js';
import { actionOf } from '../../shared/protocol/codes.js';
import type { AckFrame, ErrorFrame, ItemFrame } from '../../shared/protocol/customer-frames.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { isOpen, lastSeq, type AgentChat } from './agent-chat.js';
import {
  addItem,
  answerOffer,
  findChat,
  initialState,
  receive,
  withChat,
  withoutChat,
  withoutOffers,
  type AgentState,
} from './agent-state.js';
import { withRead } from './chat-changes.js';
import type { Offer } from './offer.js';
import { createContactStore } from './contact-store.js';
import type { TabMemory } from './tab-memory.js';

/**
 * - `idle`: not connected
 * - `connecting`: the first connection is under way
 * - `live`: both sides hear each other
 * - `reconnecting`: the connection is lost and comes back by itself
 * - `ended`: nobody is signed in any more
 */
export type AgentSessionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'ended';

export interface AgentSessionOptions {
  /** The service's origin, without a slash at the end. */
  serviceUrl: string;
  /** Keeps unsent messages and the chosen status over a reload. */
  memory: TabMemory;
  /** Whether the staff session is still good; asked when a connection can't be opened. */
  isSignedIn?: () => Promise<boolean>;
  environment?: Partial<Environment>;
}

export interface AgentSessionEvents {
  state(state: AgentSessionState): void;
  /** Anything that can be seen changed. */
  change(): void;
  /** New items of a chat; `isLive` is false for what was said before this console heard it. */
  items(contactId: string, added: readonly TranscriptItem[], isLive: boolean): void;
  /** A chat went back to its queue: it is no longer this agent's. */
  left(contactId: string): void;
  error(error: ChatError): void;
}

/** What belongs to one chat beside its snapshot. */
interface Conversation {
  sending: Sending;
  marker: Marker;
  /** Numbers up to this one were said before this console was connected. */
  replayUntil: number;
  typedAt: number;
  undoTyping: () => void;
}

/** Milliseconds between two typing frames, and for which one is shown. */
const typingEvery = 4_000;
const typingShown = 6_000;

/**
 * All chats of one agent over one connection, without any user interface: goes on after every loss, keeps what is said
 * until it is stored, and gives each item once, in order. Runs in browsers and in Node.
 */
export class AgentSession {
  readonly #options: AgentSessionOptions;
  readonly #environment: Environment;
  readonly #connection: Reconnect;
  readonly #events = createNanoEvents<AgentSessionEvents>();
  readonly #conversations = new Map<string, Conversation>();
  #data: AgentState = initialState;
  #state: AgentSessionState = 'idle';
  #epoch: string | undefined;

  constructor(options: AgentSessionOptions) {
    this.#options = options;
    this.#environment = { ...pageEnvironment(), ...options.environment };
    const url = `${options.serviceUrl.replace(/^http/, 'ws')}/agent/socket`;
    this.#connection = new Reconnect(url, this.#environment);
    this.#connection.on('open', () => this.#hello());
    this.#connection.on('frame', (frame) => this.#handle(frame as AgentServiceFrame));
    this.#connection.on('lost', () => this.#lose());
    this.#connection.on('stopped', () => this.#end());
  }

  get state(): AgentSessionState {
    return this.#state;
  }
  /** Whose session it is; undefined until the service has said so. */
  get agent(): AgentState['agent'] {
    return this.#data.agent;
  }
  get status(): AgentStatus {
    return this.#data.status;
  }
  /** How many chats went back to their queues while this agent was away. */
  get returned(): number {
    return this.#data.returned;
  }
  get chats(): readonly AgentChat[] {
    return this.#data.chats;
  }
  get offers(): readonly Offer[] {
    return this.#data.offers;
  }
  /** When the next attempt to reconnect comes, in milliseconds since 1970. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }

  on<Event extends keyof AgentSessionEvents>(event: Event, listener: AgentSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Connects, and stays connected; again after the session has ended and somebody signed in. */
  connect(): void {
    if (this.#state !== 'idle' && this.#state !== 'ended') return;
    this.#setState('connecting');
    this.#connection.start();
  }

  setStatus(status: ChosenStatus): void {
    this.#options.memory.write('status', status);
    this.#send({ type: 'status', status });
  }

  accept(contactId: string): void {
    this.#change(answerOffer(this.#data, contactId, 'accept'));
    this.#send({ type: 'accept', contactId });
  }

  decline(contactId: string): void {
    this.#change(answerOffer(this.#data, contactId, 'decline'));
    this.#send({ type: 'decline', contactId });
  }

  /** Says something to a customer; resolves with the item once it is stored, rejects with the refusal. */
  send(
    contactId: string,
    content: string,
    contentType: string = contentTypes.plain,
  ): Promise<TranscriptItem> {
    const conversation = this.#conversation(contactId);
    // What is typed from now on is another message.
    conversation.typedAt = -Infinity;
    const { longMessages } = findChat(this.#data, contactId)?.card ?? {};
    return conversation.sending.say(content, contentType, longMessages);
  }

  /** Says a file that was uploaded to a chat; as {@link send}, with a client token of the caller's. */
  attach(contactId: string, file: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#conversation(contactId).sending.attach(file, clientToken);
  }

  retry(contactId: string, clientToken: string): void {
    this.#conversation(contactId).sending.retry(clientToken);
  }

  discard(contactId: string, clientToken: string): void {
    this.#conversation(contactId).sending.discard(clientToken);
  }

  /** The agent is writing; said at most every four seconds. */
  typing(contactId: string): void {
    const conversation = this.#conversation(contactId);
    const now = this.#environment.monotonic();
    if (now - conversation.typedAt < typingEvery) return;
    conversation.typedAt = now;
    this.#send({ type: 'typing', contactId });
  }

  /** Everything up to this number was seen. */
  read(contactId: string, seq: number): void {
    // Nobody is told any more once the chat is over.
    const chat = findChat(this.#data, contactId);
    if (chat && isOpen(chat)) this.#conversation(contactId).marker.read(seq);
    this.#change(withChat(this.#data, contactId, (known) => withRead(known, seq)));
  }

  /** Ends the chat for everybody. */
  end(contactId: string): void {
    this.#change(withChat(this.#data, contactId, (chat) => ({ ...chat, phase: 'ending' })));
    this.#endIfIdle(contactId);
  }

  /** Takes a chat that is over off the desk. */
  forget(contactId: string): void {
    this.#change(withoutChat(this.#data, contactId));
    if (findChat(this.#data, contactId)) return;
    this.#conversations.get(contactId)?.sending.clear();
    this.#drop(contactId);
  }

  /** The agent has read that chats went back to their queues. */
  dismissReturned(): void {
    this.#change({ ...this.#data, returned: 0 });
  }

  reconnectNow(): void {
    this.#connection.now();
  }

  /** Closes the connection and stops telling; what is kept stays. */
  destroy(): void {
    this.#connection.stop();
    for (const contactId of [...this.#conversations.keys()]) this.#drop(contactId);
    this.#events.events = {};
  }

  #send(frame: AgentFrame): void {
    this.#connection.send(frame);
  }

  #setState(state: AgentSessionState): void {
    this.#state = state;
    this.#events.emit('state', state);
    this.#events.emit('change');
  }

  #change(data: AgentState): void {
    if (data === this.#data) return;
    this.#data = data;
    this.#events.emit('change');
  }

  #hello(): void {
    const after = Object.fromEntries(this.#data.chats.map((chat) => [chat.contactId, lastSeq(chat)]));
    const status = this.#options.memory.read('status');
    this.#send({
      type: 'hello',
      after,
      ...(this.#epoch !== undefined && { epoch: this.#epoch }),
      ...(isStatus(status) ? { status } : {}),
    });
  }

  #handle(frame: AgentServiceFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#take(frame);
        this.#epoch = frame.epoch;
        this.#connection.succeeded();
        this.#setState('live');
        return this.#refuseElsewhere(frame.contactIds);
      case 'status':
        this.#options.memory.write('status', frame.status);
        return this.#take(frame);
      case 'contact':
        return this.#handleContact(frame);
      case 'contact-left':
        this.#take(frame);
        return this.#handleLeft(frame.contactId);
      case 'item':
        return this.#handleItem(frame);
      case 'ack':
        return this.#handleAck(frame);
      case 'typing':
        return this.#showTyping(frame.contactId, frame.displayName);
      case 'error':
        return this.#handleError(frame);
      default:
        this.#take(frame);
    }
  }

  #take(frame: AgentServiceFrame): void {
    this.#change(receive(this.#data, frame, this.#environment.monotonic()));
  }

  #handleContact(frame: ContactFrame): void {
    const { contactId } = frame.contact;
    this.#take(frame);
    const conversation = this.#conversation(contactId);
    conversation.replayUntil = frame.lastSeq;
    conversation.marker.open();
    conversation.sending.open();
    this.#endIfIdle(contactId);
  }

  #handleLeft(contactId: string): void {
    this.#conversations.get(contactId)?.sending.clear();
    this.#drop(contactId);
    this.#events.emit('left', contactId);
  }

  #handleItem(frame: ItemFrame & { contactId: string }): void {
    const { contactId, item, clientToken } = frame;
    const chat = findChat(this.#data, contactId);
    if (!chat) return;
    const { sending, marker } = this.#conversation(contactId);
    if (clientToken !== undefined && item.participantId === chat.participantId)
      sending.stored(clientToken, item);
    else marker.delivered(item.seq);
    this.#add(contactId, item);
    if (item.contentType === contentTypes.ended)
      sending.refuseAll(new ChatError('CONTACT_ENDED', 'The chat has ended.'));
  }

  #handleAck(ack: AckFrame & { contactId: string }): void {
    const { contactId, clientToken } = ack;
    const chat = findChat(this.#data, contactId);
    const { sending } = this.#conversation(contactId);
    const message = sending.find(clientToken);
    if (!chat || !message) return;
    const { participantId } = chat;
    const displayName = this.#data.agent?.displayName ?? null;
    const item = toOwnItem(message, ack, { participantId, participantRole: 'AGENT', displayName });
    this.#add(contactId, item);
    sending.stored(clientToken, item);
  }

  #add(contactId: string, item: TranscriptItem): void {
    const before = this.#data;
    this.#change(addItem(this.#data, contactId, item));
    if (this.#data === before) return;
    this.#events.emit('items', contactId, [item], item.seq > this.#conversation(contactId).replayUntil);
  }

  #showTyping(contactId: string, name: string): void {
    if (!findChat(this.#data, contactId)) return;
    const conversation = this.#conversation(contactId);
    const show = (typing: string | undefined): void =>
      this.#change(
        withChat(this.#data, contactId, (chat) => (chat.typing === typing ? chat : { ...chat, typing })),
      );
    conversation.undoTyping();
    show(name);
    conversation.undoTyping = this.#environment.later(typingShown, () => show(undefined));
  }

  #handleError(frame: ErrorFrame & { contactId?: string }): void {
    const { code, message, clientToken, contactId } = frame;
    const error = new ChatError(code, message, clientToken);
    this.#take(frame);
    if (contactId !== undefined && clientToken !== undefined)
      return this.#conversation(contactId).sending.refused(error, actionOf(code));
    this.#events.emit('error', error);
  }

  /** Chats that ended, or went elsewhere, while this console was away: nothing can be said there any more. */
  #refuseElsewhere(contactIds: readonly string[]): void {
    for (const [contactId, { sending }] of this.#conversations)
      if (!contactIds.includes(contactId))
        sending.refuseAll(new ChatError('CONTACT_ENDED', 'The chat has ended.'));
  }

  /** The end is said last: after everything before it is stored. */
  #endIfIdle(contactId: string): void {
    const isEnding = findChat(this.#data, contactId)?.phase === 'ending';
    if (isEnding && this.#state === 'live' && this.#conversation(contactId).sending.isIdle)
      this.#send({ type: 'end', contactId });
  }

  #lose(): void {
    this.#pause();
    this.#setState(this.#state === 'connecting' ? 'connecting' : 'reconnecting');
    void this.#checkSignedIn();
  }

  /** A refused handshake looks like a lost connection to a page: the session may be over. */
  async #checkSignedIn(): Promise<void> {
    const { isSignedIn } = this.#options;
    if (!isSignedIn || (await isSignedIn()) || this.#state === 'live') return;
    this.#connection.stop();
    this.#end();
  }

  #end(): void {
    this.#pause();
    if (this.#state !== 'ended') this.#setState('ended');
  }

  #pause(): void {
    for (const [contactId, { sending, marker, undoTyping }] of this.#conversations) {
      sending.close();
      marker.close();
      undoTyping();
      this.#change(withChat(this.#data, contactId, (chat) => ({ ...chat, typing: undefined })));
    }
    this.#change(withoutOffers(this.#data));
  }

  #conversation(contactId: string): Conversation {
    const known = this.#conversations.get(contactId);
    if (known) return known;
    const environment = this.#environment;
    const sending: Sending = new Sending(createContactStore(this.#options.memory, contactId), {
      environment,
      transmit: (message) => this.#send({ ...toFrame(message), contactId }),
      onSilence: () => this.#connection.restart(),
      onChange: () => {
        this.#change(withChat(this.#data, contactId, (chat) => ({ ...chat, waiting: sending.messages })));
        this.#endIfIdle(contactId);
      },
    });
    const marker = new Marker(environment, (frame) => this.#send({ ...frame, contactId }));
    const conversation = { sending, marker, replayUntil: 0, typedAt: -Infinity, undoTyping: () => undefined };
    this.#conversations.set(contactId, conversation);
    return conversation;
  }

  #drop(contactId: string): void {
    const conversation = this.#conversations.get(contactId);
    conversation?.sending.close();
    conversation?.marker.close();
    conversation?.undoTyping();
    this.#conversations.delete(contactId);
  }
}

const statuses: readonly unknown[] = ['AVAILABLE', 'OFFLINE', 'MISSED'] satisfies AgentStatus[];
const isStatus = (value: unknown): value is AgentStatus => statuses.includes(value);

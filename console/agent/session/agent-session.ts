import { createNanoEvents } from 'nanoevents';
import { ChatError } from '../../../client/chat-error.js';
import { pageEnvironment, type Environment } from '../../../client/environment.js';
import type { OwnSpeaker } from '../../../client/own-item.js';
import type { UploadedFile } from '../../../client/transfer-file.js';
import type { AgentStatus, ChosenStatus } from '../../../shared/agent-status.js';
import type {
  AgentErrorFrame,
  ConsoleServiceFrame,
  ContactFrame,
  WrapUpFrame,
} from '../../../shared/protocol/agent-frames.js';
import { actionOf } from '../../../shared/protocol/codes.js';
import type { Outcome } from '../../../shared/wrap-up.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { lastSeq, type AgentChat } from '../state/agent-chat.js';
import { AgentChannels } from './agent-channels.js';
import { AgentConnection, type AgentSessionState, type HeardFrame } from './agent-connection.js';
import type { AgentSessionEvents, AgentSessionOptions } from './agent-session-options.js';
import {
  answerOffer,
  findChat,
  initialState,
  isConsoleFrame,
  receive,
  withChat,
  withoutChat,
  withoutOffers,
  type AgentState,
} from '../state/agent-state.js';
import { withRead } from '../state/chat-changes.js';
import { noteContentType } from '../state/private-note.js';
import type { TransferTo } from '../state/transfer.js';
import { keepStatus, readStatus } from './kept-status.js';
import type { Offer } from '../state/offer.js';
import { UnconfirmedTransfers } from './unconfirmed-transfers.js';

/**
 * All chats of one agent over one connection, without a user interface. The session reconnects after every loss, and
 * has a {@link ContactChannel} for each chat. It runs in browsers and in Node.
 */
export class AgentSession {
  readonly #options: AgentSessionOptions;
  readonly #environment: Environment;
  readonly #connection: AgentConnection;
  readonly #events = createNanoEvents<AgentSessionEvents>();
  readonly #channels: AgentChannels;
  readonly #transfers = new UnconfirmedTransfers((frame) => this.#connection.send(frame));
  #data: AgentState = initialState;
  #epoch: string | undefined;

  constructor(options: AgentSessionOptions) {
    this.#options = options;
    this.#environment = { ...pageEnvironment(), ...options.environment };
    this.#connection = new AgentConnection({
      url: `${options.serviceUrl.replace(/^http/, 'ws')}/agent/socket`,
      environment: this.#environment,
      isSignedIn: options.isSignedIn,
      hello: () => this.#hello(),
      onFrame: (frame) => this.#handle(frame),
      onPause: () => this.#pause(),
      onState: (state) => {
        this.#events.emit('state', state);
        this.#events.emit('change');
      },
    });
    this.#channels = new AgentChannels({
      environment: this.#environment,
      memory: options.memory,
      connection: this.#connection,
      change: (contactId, change) => this.#changeChat(contactId, change),
      onItems: (contactId, added, isLive) => this.#events.emit('items', contactId, added, isLive),
    });
  }

  get state(): AgentSessionState {
    return this.#connection.state;
  }
  /** The agent; undefined until the service has sent its welcome. */
  get agent(): AgentState['agent'] {
    return this.#data.agent;
  }
  get status(): AgentStatus {
    return this.#data.status;
  }
  /** The number of chats that went back to their queues while this agent was away. */
  get returned(): number {
    return this.#data.returned;
  }
  get chats(): readonly AgentChat[] {
    return this.#data.chats;
  }
  get offers(): readonly Offer[] {
    return this.#data.offers;
  }
  /** When the next attempt to reconnect is made, in milliseconds of the environment's monotonic clock. */
  get nextAttempt(): number | undefined {
    return this.#connection.nextAttempt;
  }

  on<Event extends keyof AgentSessionEvents>(event: Event, listener: AgentSessionEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Connects, and stays connected. Call it again after the session has ended and the agent has signed in. */
  connect(): void {
    this.#connection.connect();
  }

  setStatus(status: ChosenStatus): void {
    keepStatus(this.#options.memory, status);
    this.#connection.send({ type: 'status', status });
  }

  accept(contactId: string): void {
    this.#change(answerOffer(this.#data, contactId, 'accept'));
    this.#connection.send({ type: 'accept', contactId });
  }

  decline(contactId: string): void {
    this.#change(answerOffer(this.#data, contactId, 'decline'));
    this.#connection.send({ type: 'decline', contactId });
  }

  /** Sends a message to a customer. Resolves with the item once it is stored; rejects with the refusal. */
  send(contactId: string, content: string, contentType?: string): Promise<TranscriptItem> {
    const isLong = findChat(this.#data, contactId)?.card.longMessages;
    return this.#channels.of(contactId).send(content, contentType, isLong);
  }

  /** Writes a private note; as {@link send}. */
  addNote(contactId: string, text: string): Promise<TranscriptItem> {
    return this.#channels.of(contactId).send(text, noteContentType, true);
  }

  /** Hands the chat over to a queue or an agent, with a note (empty for none). It stays until the service confirms. */
  transfer(contactId: string, to: TransferTo, note: string): void {
    this.#changeChat(contactId, (chat) => ({ ...chat, phase: 'transferring' }));
    this.#transfers.send({ type: 'transfer', contactId, to, note });
  }

  /** Posts an uploaded file to a chat, like {@link send}, with a client token of the caller's. */
  attach(contactId: string, file: UploadedFile, clientToken: string): Promise<TranscriptItem> {
    return this.#channels.of(contactId).sending.attach(file, clientToken);
  }

  retry(contactId: string, clientToken: string): void {
    this.#channels.of(contactId).sending.retry(clientToken);
  }

  discard(contactId: string, clientToken: string): void {
    this.#channels.of(contactId).sending.discard(clientToken);
  }

  /** Tells the customer that the agent is typing, at most every four seconds. */
  typing(contactId: string): void {
    this.#channels.of(contactId).typing();
  }

  /** Marks everything up to this number as read. */
  read(contactId: string, seq: number): void {
    this.#channels.get(contactId)?.receipts.read(seq);
    this.#changeChat(contactId, (known) => withRead(known, seq));
  }

  /** Ends the chat for all participants. */
  end(contactId: string): void {
    this.#changeChat(contactId, (chat) => ({ ...chat, phase: 'ending' }));
    this.#channels.of(contactId).end();
  }

  /** The after-contact work of a chat is done. */
  finish(contactId: string, outcome: Outcome): void {
    this.#connection.send({ type: 'done', contactId, ...outcome });
  }

  /** Removes a chat that is over. */
  forget(contactId: string): void {
    this.#change(withoutChat(this.#data, contactId));
    if (!findChat(this.#data, contactId)) this.#channels.drop(contactId);
  }

  /** Resets {@link returned}: the agent has read the notice. */
  dismissReturned(): void {
    this.#change({ ...this.#data, returned: 0 });
  }

  reconnectNow(): void {
    this.#connection.now();
  }

  /** Closes the connection and fires no more events. Unsent messages stay stored. */
  destroy(): void {
    this.#connection.stop();
    this.#pause();
    this.#events.events = {};
  }

  #change(data: AgentState): void {
    if (data === this.#data) return;
    this.#data = data;
    this.#events.emit('change');
  }

  #changeChat(contactId: string, change: (chat: AgentChat) => AgentChat): void {
    this.#change(withChat(this.#data, contactId, change));
  }

  #hello() {
    const after = Object.fromEntries(this.#data.chats.map((chat) => [chat.contactId, lastSeq(chat)]));
    return { type: 'hello' as const, after, epoch: this.#epoch, status: readStatus(this.#options.memory) };
  }

  #handle(frame: HeardFrame): void {
    if (isConsoleFrame(frame)) this.#handleOwn(frame);
    else this.#channels.get(frame.contactId)?.receive(frame);
  }

  /** Frames that do more than change the state. */
  #handleOwn(frame: ConsoleServiceFrame): void {
    switch (frame.type) {
      case 'error':
        return this.#handleError(frame);
      case 'wrap-up':
        return this.#wrapUp(frame);
      case 'welcome':
        this.#take(frame);
        this.#epoch = frame.epoch;
        this.#connection.welcomed();
        return this.#channels.closeOthers(frame.contactIds);
      case 'contact':
        return this.#openContact(frame);
      case 'contact-left':
        this.#transfers.settle(frame.contactId);
        this.#take(frame);
        this.#channels.drop(frame.contactId);
        return this.#events.emit('left', frame.contactId);
      default:
        this.#take(frame);
    }
  }

  #take(frame: ConsoleServiceFrame): void {
    if (frame.type === 'status') keepStatus(this.#options.memory, frame.status);
    this.#change(receive(this.#data, frame, this.#environment.monotonic()));
  }

  #openContact(frame: ContactFrame): void {
    const { contact, participantId, lastSeq: end, after } = frame;
    this.#take(frame);
    const channel = this.#channels.of(contact.contactId);
    channel.transcript.clear(after);
    channel.open(this.#speaker(participantId), end);
    this.#transfers.sendAgain(contact.contactId);
  }

  /** An ended chat takes notes for as long as its after-contact work lasts. */
  #wrapUp(frame: WrapUpFrame): void {
    this.#take(frame);
    const chat = findChat(this.#data, frame.contactId);
    const channel = this.#channels.get(frame.contactId);
    if (frame.until === null) channel?.close();
    else if (chat) channel?.open(this.#speaker(chat.participantId), lastSeq(chat));
  }

  #speaker(participantId: string): OwnSpeaker {
    return { participantId, participantRole: 'AGENT', displayName: this.#data.agent?.displayName ?? null };
  }

  #handleError(frame: AgentErrorFrame): void {
    const { code, message, clientToken, contactId } = frame;
    const error = new ChatError(code, message, clientToken);
    const channel = contactId === undefined ? undefined : this.#channels.get(contactId);
    this.#take(frame);
    if (contactId !== undefined && clientToken !== undefined)
      return channel?.sending.refused(error, actionOf(code));
    channel?.cancelEnd();
    if (contactId !== undefined) this.#transfers.settle(contactId);
    this.#events.emit('error', error);
  }

  #pause(): void {
    this.#channels.pause();
    this.#change(withoutOffers(this.#data));
  }
}

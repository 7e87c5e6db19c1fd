import { allHandled } from '../shared/all-handled.js';
import { contentTypes } from '../shared/content-types.js';
import type {
  AckFrame,
  ItemFrame,
  ParticipantFrame,
  ParticipantServiceFrame,
} from '../shared/protocol/participant-frames.js';
import type { TranscriptItem } from '../shared/transcript-item.js';
import { ChatError } from './chat-error.js';
import type { MessageStore } from './chat-store.js';
import type { Environment } from './environment.js';
import { ReceiptTracker } from './receipt-tracker.js';
import { toFrame, type OutgoingMessage } from './outgoing.js';
import { toOwnItem, type OwnSpeaker } from './own-item.js';
import { Sending } from './sending.js';
import { Transcript } from './transcript.js';

/** The events of a contact. */
export interface ContactEvents {
  /** New items, in order, each once. `isLive` is false for items of a replay. */
  items(added: readonly TranscriptItem[], isLive: boolean): void;
  /** The list of messages that are not stored yet has changed. */
  outbox(waiting: readonly OutgoingMessage[]): void;
  typing(typing: { participantId: string; displayName: string }): void;
  /** A participant received or read up to these numbers. */
  receipt(receipt: { participantId: string; delivered: number; read: number }): void;
}

export interface ContactChannelOptions {
  environment: Environment;
  /** Stores messages until the service has them. */
  store: MessageStore;
  /** Receives the events. */
  events: {
    emit<Event extends keyof ContactEvents>(event: Event, ...values: Parameters<ContactEvents[Event]>): void;
  };
  /** Called when the contact has ended. */
  onEnded?: () => void;
  connection: ContactConnection;
}

/** The connection that carries the contact. */
export interface ContactConnection {
  /** Sends a frame about this contact. */
  send(frame: ParticipantFrame): void;
  /** Closes the connection and opens another one. */
  restart(): void;
}

/** Milliseconds between two typing frames. */
const typingInterval = 4_000;

/**
 * One contact on a connection that may be lost and restored. It emits each item once and in order, stores messages
 * until the service has them, and sends receipts. A visitor's page has one, an agent's console many.
 */
export class ContactChannel {
  readonly #environment: Environment;
  readonly #events: ContactChannelOptions['events'];
  readonly #connection: ContactConnection;
  readonly #onEnded: (() => void) | undefined;
  /** Addresses of agents' pictures by participant: of this contact, and of earlier ones on this page. */
  readonly faces: Record<string, string> = {};
  /** The items, each once. */
  readonly transcript = new Transcript();
  /** Messages that are not stored yet. */
  readonly sending: Sending;
  /** Receipts: how far items have been received and read. */
  readonly receipts: ReceiptTracker;
  /** Set while the connection carries the contact. */
  #own: OwnSpeaker | undefined;
  #replayUntil = 0;
  #typingSentAt = -Infinity;
  #end: 'no' | 'requested' | 'sent' = 'no';

  constructor(options: ContactChannelOptions) {
    const { environment, store, events, connection, onEnded } = options;
    this.#environment = environment;
    this.#events = events;
    this.#connection = connection;
    this.#onEnded = onEnded;
    this.sending = new Sending(store, {
      environment,
      transmit: (message) => connection.send(toFrame(message)),
      onSilence: () => connection.restart(),
      onChange: () => {
        events.emit('outbox', this.sending.messages);
        this.#endIfIdle();
      },
    });
    this.receipts = new ReceiptTracker(environment, (frame) => this.#own && connection.send(frame));
  }

  /**
   * The service shows the contact to this participant: items up to `lastSeq` are a replay. Messages that are not
   * stored are sent.
   */
  open(own: OwnSpeaker, lastSeq: number): void {
    this.#own = own;
    this.#replayUntil = lastSeq;
    if (this.#end === 'sent') this.#end = 'requested';
    this.receipts.open();
    this.sending.open();
    this.#endIfIdle();
  }

  /** The connection was lost, or no longer carries the contact. */
  close(): void {
    this.#own = undefined;
    this.sending.close();
    this.receipts.close();
  }

  receive(frame: ParticipantServiceFrame): void {
    switch (frame.type) {
      case 'item':
        return this.#receiveItem(frame);
      case 'ack':
        return this.#receiveAck(frame);
      case 'typing':
        return this.#events.emit('typing', frame);
      case 'receipt':
        return this.#events.emit('receipt', frame);
      default:
        allHandled(frame);
    }
  }

  /**
   * Sends a message; resolves with its item when it is stored, and rejects with the refusal. `isLong` says that long
   * messages are allowed.
   */
  send(content: string, contentType: string = contentTypes.plain, isLong?: boolean): Promise<TranscriptItem> {
    // Typing from now on announces another message.
    this.#typingSentAt = -Infinity;
    return this.sending.send(content, contentType, isLong);
  }

  /** The participant is typing; sent at most every four seconds. */
  typing(): void {
    const now = this.#environment.monotonic();
    if (!this.#own || now - this.#typingSentAt < typingInterval) return;
    this.#typingSentAt = now;
    this.#connection.send({ type: 'typing' });
  }

  /** Ends the contact for all participants, after everything that was sent is stored. */
  end(): void {
    if (this.#end === 'no') this.#end = 'requested';
    this.#endIfIdle();
  }

  /** The contact continues: its end was refused. */
  cancelEnd(): void {
    this.#end = 'no';
  }

  /** Refuses all messages that are not stored; each can be sent again. */
  fail(error: ChatError): void {
    this.close();
    this.sending.refuseAll(error);
  }

  /**
   * Forgets the items: the service has another log than this page has seen, because it was restored from a backup.
   */
  clear(): void {
    this.transcript.clear();
    this.#events.emit('items', [], false);
  }

  /** Leaves the contact. Messages that it refused stay, and can be sent in the next one. */
  reset(): void {
    this.close();
    this.cancelEnd();
    this.receipts.reset();
    this.clear();
  }

  #receiveItem({ item, clientToken, pictureUrl }: ItemFrame): void {
    if (pictureUrl) this.faces[item.participantId!] = pictureUrl;
    const isOwn = clientToken !== undefined && item.participantId === this.#own?.participantId;
    if (isOwn) this.sending.stored(clientToken, item);
    else this.receipts.delivered(item.seq);
    this.#add(item);
    if (item.contentType !== contentTypes.ended) return;
    this.cancelEnd();
    this.fail(new ChatError('CONTACT_ENDED', 'The chat has ended.'));
    this.#onEnded?.();
  }

  #receiveAck(ack: AckFrame): void {
    const message = this.sending.find(ack.clientToken);
    if (!message || !this.#own) return;
    const item = toOwnItem(message, ack, this.#own);
    this.#add(item);
    this.sending.stored(ack.clientToken, item);
  }

  #add(item: TranscriptItem): void {
    if (this.transcript.add(item)) this.#events.emit('items', [item], item.seq > this.#replayUntil);
  }

  /** `end` is sent last, once on each connection. */
  #endIfIdle(): void {
    if (this.#end !== 'requested' || !this.#own || !this.sending.isIdle) return;
    this.#end = 'sent';
    this.#connection.send({ type: 'end' });
  }
}

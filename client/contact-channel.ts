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
import { Marker } from './marker.js';
import { toFrame, type OutgoingMessage } from './outgoing.js';
import { toOwnItem, type OwnSpeaker } from './own-item.js';
import { Sending } from './sending.js';
import { Transcript } from './transcript.js';

/** What happens in a contact. */
export interface ContactEvents {
  /** New items, in order, each once; `isLive` is false for what was said before the connection. */
  items(added: readonly TranscriptItem[], isLive: boolean): void;
  /** The messages that are not stored yet changed. */
  outbox(waiting: readonly OutgoingMessage[]): void;
  typing(typing: { participantId: string; displayName: string }): void;
  /** Somebody received or read up to these numbers. */
  receipt(receipt: { participantId: string; delivered: number; read: number }): void;
}

export interface ContactChannelOptions {
  environment: Environment;
  /** Keeps what is said until it is stored. */
  store: MessageStore;
  /** Told of what happens. */
  events: {
    emit<Event extends keyof ContactEvents>(event: Event, ...values: Parameters<ContactEvents[Event]>): void;
  };
  /** The contact is over. */
  onEnded?: () => void;
  connection: ContactConnection;
}

/** The connection that the contact is on. */
export interface ContactConnection {
  /** Sends a frame about this contact. */
  send(frame: ParticipantFrame): void;
  /** Gives the connection up for dead, and connects anew. */
  restart(): void;
}

/** Milliseconds between two typing frames. */
const typingEvery = 4_000;

/**
 * One contact on one connection, which may be lost and come back: gives each item once, in order, keeps what is said until
 * it is stored, and tells how far items have arrived and were seen. A visitor's page has one, an agent's console many.
 */
export class ContactChannel {
  readonly #environment: Environment;
  readonly #events: ContactChannelOptions['events'];
  readonly #connection: ContactConnection;
  readonly #onEnded: (() => void) | undefined;
  /** Addresses of agents' pictures by participant: of this contact, and of those before it on this page. */
  readonly faces: Record<string, string> = {};
  /** The items, each once. */
  readonly transcript = new Transcript();
  /** What is said and not stored yet. */
  readonly sending: Sending;
  /** How far items have arrived and were seen. */
  readonly marker: Marker;
  /** Set while the connection shows the contact. */
  #own: OwnSpeaker | undefined;
  #replayUntil = 0;
  #typedAt = -Infinity;
  #end: 'no' | 'wanted' | 'said' = 'no';

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
    this.marker = new Marker(environment, (frame) => this.#own && connection.send(frame));
  }

  /**
   * The connection shows the contact to this participant: items up to `lastSeq` are a replay. What is not stored goes out.
   */
  open(own: OwnSpeaker, lastSeq: number): void {
    this.#own = own;
    this.#replayUntil = lastSeq;
    if (this.#end === 'said') this.#end = 'wanted';
    this.marker.open();
    this.sending.open();
    this.#endIfIdle();
  }

  /** The connection is lost, or shows the contact no longer. */
  close(): void {
    this.#own = undefined;
    this.sending.close();
    this.marker.close();
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
   * Says something; resolves with the item once it is stored, and rejects with the refusal. `isLong` is where long
   * messages are allowed.
   */
  send(content: string, contentType: string = contentTypes.plain, isLong?: boolean): Promise<TranscriptItem> {
    // What is typed from now on is another message.
    this.#typedAt = -Infinity;
    return this.sending.say(content, contentType, isLong);
  }

  /** The person is writing; said at most every four seconds. */
  typing(): void {
    const now = this.#environment.monotonic();
    if (!this.#own || now - this.#typedAt < typingEvery) return;
    this.#typedAt = now;
    this.#connection.send({ type: 'typing' });
  }

  /** Ends the contact for everybody, once everything said is stored. */
  end(): void {
    if (this.#end === 'no') this.#end = 'wanted';
    this.#endIfIdle();
  }

  /** The contact goes on after all: its end was refused. */
  goOn(): void {
    this.#end = 'no';
  }

  /** Nothing can be sent in this contact any more, unless the person asks for it again. */
  fail(error: ChatError): void {
    this.close();
    this.sending.refuseAll(error);
  }

  /** The log is another one than what this page has seen (the service was set back): forgets the items. */
  clear(): void {
    this.transcript.clear();
    this.#events.emit('items', [], false);
  }

  /** Leaves the contact; what was refused in it stays, and can be sent in the next one. */
  reset(): void {
    this.close();
    this.goOn();
    this.marker.reset();
    this.clear();
  }

  #receiveItem({ item, clientToken, pictureUrl }: ItemFrame): void {
    if (pictureUrl) this.faces[item.participantId!] = pictureUrl;
    const isOwn = clientToken !== undefined && item.participantId === this.#own?.participantId;
    if (isOwn) this.sending.stored(clientToken, item);
    else this.marker.delivered(item.seq);
    this.#add(item);
    if (item.contentType !== contentTypes.ended) return;
    this.goOn();
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

  /** The end is said last, once on each connection. */
  #endIfIdle(): void {
    if (this.#end !== 'wanted' || !this.#own || !this.sending.isIdle) return;
    this.#end = 'said';
    this.#connection.send({ type: 'end' });
  }
}

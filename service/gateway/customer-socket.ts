import { customerFrameSchemas, type CustomerFrame } from '../../shared/protocol/customer-frames.js';
import type { ParticipantFrame } from '../../shared/protocol/participant-frames.js';
import { isDamage, ServiceError } from '../errors.js';
import type { ParticipantSession, SessionStart } from '../participant/participant-session.js';
import type { QueuePosition } from '../participant/participant-view.js';
import type { ClientPlace, Participants } from '../participant/participants.js';
import { act } from './act.js';
import { createFrameDecoder } from './decode-frame.js';
import { subjectOf } from './frame-subject.js';
import { FrameView } from './frame-view.js';
import type { Newcomers } from './newcomers.js';
import { checkVersion } from './protocol-version.js';
import {
  SocketLink,
  type FrameReceiver,
  type Heard,
  type SocketLinkOptions,
  type UpgradedSocket,
} from './socket-link.js';

/** The options that all customers' sockets share. */
export interface CustomerSocketOptions extends Omit<SocketLinkOptions<never>, 'decode'> {
  participants: Participants;
  newcomers: Newcomers;
  /** The chats that are to be started; each is a newcomer of its own. */
  starts: Newcomers;
}

const decode = createFrameDecoder(customerFrameSchemas);
type Link = SocketLink<CustomerFrame>;
type FrameOf<Type extends CustomerFrame['type']> = Extract<CustomerFrame, { type: Type }>;

/**
 * Serves the sockets of customers whose clients connect from `place`. Each begins with `start` or `resume`,
 * and has one chat.
 */
export function createCustomerSockets(
  options: CustomerSocketOptions,
): (upgraded: UpgradedSocket, place: ClientPlace) => Link {
  const linkOptions = { decode, ...options };
  return (upgraded, place) => {
    const link: Link = new SocketLink(upgraded, linkOptions);
    link.serve(new CustomerSocket(link, options, place));
    return link;
  };
}

/** Maps a customer's frames to calls. */
class CustomerSocket implements FrameReceiver<CustomerFrame> {
  readonly #link: Link;
  readonly #options: CustomerSocketOptions;
  /** Where the client connects from; null while a chat is being opened, and once it is open. */
  #place: ClientPlace | null;
  #session: ParticipantSession | null = null;
  #isClosed = false;

  constructor(link: Link, options: CustomerSocketOptions, place: ClientPlace) {
    this.#link = link;
    this.#options = options;
    this.#place = place;
  }

  receive(frame: Heard<CustomerFrame>): void {
    switch (frame.type) {
      case 'start':
        return this.#open(this.#options.starts, (place) => this.#start(frame, place));
      case 'resume':
        return this.#open(this.#options.newcomers, (place) => this.#resume(frame, place));
      default:
        return this.#act(frame);
    }
  }

  closed(): void {
    this.#isClosed = true;
    this.#session?.close();
  }

  #act(frame: ParticipantFrame): void {
    if (this.#session) act(this.#session, frame);
    else this.#link.refuse(new ServiceError('NOT_STARTED'), subjectOf(frame));
  }

  #open(newcomers: Newcomers, opening: (place: ClientPlace) => Promise<void>): void {
    const place = this.#place;
    if (!place) return this.#link.refuse(new ServiceError('ALREADY_STARTED'));
    this.#place = null;
    const turn = newcomers.turn(place.address);
    (turn ? turn.then(() => opening(place)) : opening(place)).then(
      () => this.#link.begun(),
      (error: unknown) => {
        this.#place = place;
        this.#link.refuse(error);
        if (isDamage(error)) this.#link.close('CONTACT_DAMAGED');
        if (error instanceof ServiceError && error.code === 'PARTICIPANT_REFUSED')
          this.#link.close('PARTICIPANT_REFUSED');
      },
    );
  }

  async #start(frame: FrameOf<'start'>, place: ClientPlace): Promise<void> {
    checkVersion(frame);
    const { participants } = this.#options;
    const { epoch } = participants;
    const { session, ...started } = await participants.start(place, frame);
    this.#link.send({ type: 'started', ...started, epoch });
    this.#connect(session);
  }

  async #resume(frame: FrameOf<'resume'>, place: ClientPlace): Promise<void> {
    checkVersion(frame);
    const { participants } = this.#options;
    const { epoch } = participants;
    const { session, ...resumed } = await participants.resume(place, frame);
    this.#link.send({ type: 'resumed', ...resumed, epoch });
    this.#connect(session);
  }

  #connect(start: SessionStart): void {
    if (this.#isClosed) return;
    this.#session = this.#options.participants.connect(start, new CustomerView(this.#link));
  }
}

/** Adds what only customers see. */
class CustomerView extends FrameView {
  queuePlace(place: QueuePosition | null): void {
    this.link.send({ type: 'queue', ...(place ?? { position: 0, size: 0 }) });
  }

  override failed(error: unknown): void {
    super.failed(error);
    // The socket has no other chat.
    if (isDamage(error)) this.link.close('CONTACT_DAMAGED');
  }
}

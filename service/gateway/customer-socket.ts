import type { WebSocket } from 'ws';
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
import { SocketLink, type FrameReceiver, type Heard, type SocketLinkOptions } from './socket-link.js';

/** What a customer's socket was opened for. */
export interface CustomerSocketOptions extends Omit<SocketLinkOptions<never>, 'decode'> {
  participants: Participants;
  place: ClientPlace;
  newcomers: Newcomers;
}

const decode = createFrameDecoder(customerFrameSchemas);
type Link = SocketLink<CustomerFrame>;
type FrameOf<Type extends CustomerFrame['type']> = Extract<CustomerFrame, { type: Type }>;

/** Serves one customer's socket: first `start` or `resume`, then one chat. */
export function serveCustomerSocket(
  socket: WebSocket,
  { participants, place, newcomers, ...options }: CustomerSocketOptions,
): Link {
  const link: Link = new SocketLink(socket, { decode, ...options });
  link.serve(new CustomerSocket(link, { participants, place, newcomers }));
  return link;
}

/** Maps a customer's frames to calls. */
class CustomerSocket implements FrameReceiver<CustomerFrame> {
  readonly #link: Link;
  readonly #participants: Participants;
  readonly #place: ClientPlace;
  readonly #newcomers: Newcomers;
  #phase: 'new' | 'opening' | 'open' = 'new';
  #session: ParticipantSession | null = null;
  #isClosed = false;

  constructor(
    link: Link,
    { participants, place, newcomers }: Pick<CustomerSocketOptions, 'participants' | 'place' | 'newcomers'>,
  ) {
    this.#link = link;
    this.#participants = participants;
    this.#place = place;
    this.#newcomers = newcomers;
  }

  receive(frame: Heard<CustomerFrame>): void {
    switch (frame.type) {
      case 'start':
        return this.#open(() => this.#start(frame));
      case 'resume':
        return this.#open(() => this.#resume(frame));
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

  #open(opening: () => Promise<void>): void {
    if (this.#phase !== 'new') return this.#link.refuse(new ServiceError('ALREADY_STARTED'));
    this.#phase = 'opening';
    const turn = this.#newcomers.turn(this.#place.address);
    (turn ? turn.then(opening) : opening()).then(
      () => {
        this.#phase = 'open';
        this.#link.begun();
      },
      (error: unknown) => {
        this.#phase = 'new';
        this.#link.refuse(error);
        if (isDamage(error)) this.#link.close('CONTACT_DAMAGED');
        if (error instanceof ServiceError && error.code === 'PARTICIPANT_REFUSED')
          this.#link.close('PARTICIPANT_REFUSED');
      },
    );
  }

  async #start(frame: FrameOf<'start'>): Promise<void> {
    checkVersion(frame);
    const { epoch } = this.#participants;
    const { session, ...started } = await this.#participants.start(this.#place, frame);
    this.#link.send({ type: 'started', ...started, epoch });
    this.#connect(session);
  }

  async #resume(frame: FrameOf<'resume'>): Promise<void> {
    checkVersion(frame);
    const { epoch } = this.#participants;
    const { session, ...resumed } = await this.#participants.resume(this.#place, frame);
    this.#link.send({ type: 'resumed', ...resumed, epoch });
    this.#connect(session);
  }

  #connect(start: SessionStart): void {
    if (!this.#isClosed) this.#session = this.#participants.connect(start, new CustomerView(this.#link));
  }
}

/** What is shown to customers alone. */
class CustomerView extends FrameView {
  queuePlace(place: QueuePosition | null): void {
    this.link.send({ type: 'queue', ...(place ?? { position: 0, size: 0 }) });
  }

  override failed(error: unknown): void {
    super.failed(error);
    // There is no other chat on this socket.
    if (isDamage(error)) this.link.close('CONTACT_DAMAGED');
  }
}

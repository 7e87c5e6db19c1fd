import type { WebSocket } from 'ws';
import { customerFrameSchemas, type CustomerFrame } from '../../shared/protocol/customer-frames.js';
import type { Widget } from '../../shared/widget-config.js';
import type { Attachments } from '../attachments/attachments.js';
import type { ChatAdmission } from '../auth/chat-admission.js';
import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { isDamage, ServiceError } from '../errors.js';
import type { ClientLimits } from '../limits/client-limits.js';
import type { CustomerConnections } from '../routing/customer-connections.js';
import type { QueuePlaces } from '../routing/queue-places.js';
import { ContactView } from './contact-view.js';
import { createFrameDecoder } from './decode-frame.js';
import { openContact } from './open-contact.js';
import { SocketLink, type FrameReceiver, type SocketLinkOptions } from './socket-link.js';
import { startChat } from './start-chat.js';

/** What sockets of either kind stand on. */
export interface GatewayOptions {
  contacts: Contacts;
  attachments: Attachments;
  clock: Clock;
  /** See {@link SocketLinkOptions}. */
  stream?: SocketLinkOptions<never>['stream'];
  /** Which logs the numbers are of: see `shared/protocol/customer-frames.ts`. */
  epoch: string;
  onError: (error: unknown) => void;
}

/** What a customer's socket was opened for. */
export interface CustomerSocketOptions extends GatewayOptions {
  admission: ChatAdmission;
  customerConnections: Pick<CustomerConnections, 'open'>;
  widgetId: string;
  /** Read again at each start: it may have changed since the socket opened. */
  widget: () => Promise<Widget | null>;
  origin: string;
  /** Under which key limits count the client's address. */
  address: string;
  clientLimits: Pick<ClientLimits, 'start' | 'silentMinutes' | 'refuseToken'>;
  /** Where customers wait. */
  queuePlaces: Pick<QueuePlaces, 'follow'>;
  /** A chat was started by this socket. */
  onStarted: () => void;
}

const decode = createFrameDecoder(customerFrameSchemas);
type Link = SocketLink<CustomerFrame>;
type FrameOf<Type extends CustomerFrame['type']> = Extract<CustomerFrame, { type: Type }>;

/** Serves one customer's socket: first `start` or `resume`, then one chat. */
export function serveCustomerSocket(socket: WebSocket, options: CustomerSocketOptions): Link {
  const { clock, stream, onError } = options;
  const link: Link = new SocketLink(socket, { decode, clock, stream, onError });
  link.serve(new CustomerChat(link, options));
  return link;
}

/** What one page says and is shown. */
class CustomerChat implements FrameReceiver<CustomerFrame> {
  readonly #link: Link;
  readonly #options: CustomerSocketOptions;
  #phase: 'new' | 'opening' | 'open' = 'new';
  #view: ContactView | null = null;
  #disconnect: (() => void) | null = null;
  #isClosed = false;
  #stopPlace = (): void => undefined;

  constructor(link: Link, options: CustomerSocketOptions) {
    this.#link = link;
    this.#options = options;
  }

  receive(frame: CustomerFrame): void {
    switch (frame.type) {
      case 'start':
        return this.#open(() => this.#start(frame));
      case 'resume':
        return this.#open(() => this.#resume(frame));
      case 'message':
        return this.#viewFor(frame)?.say(frame);
      case 'attachment':
        return this.#viewFor(frame)?.attach(frame);
      case 'typing':
        return this.#viewFor(frame)?.typing();
      case 'delivered':
        return this.#viewFor(frame)?.mark({ delivered: frame.seq });
      case 'read':
        return this.#viewFor(frame)?.mark({ read: frame.seq });
      case 'end':
        return this.#viewFor(frame)?.end();
      case 'ping':
      case 'pong':
      // Answered by the link.
    }
  }

  closed(): void {
    this.#isClosed = true;
    this.#view?.close();
    this.#stopPlace();
    this.#disconnect?.();
  }

  /** Where to say it; refused where nothing was started. */
  #viewFor(frame: CustomerFrame): ContactView | null {
    if (!this.#view) this.#link.refuse(new ServiceError('NOT_STARTED'), aboutOf(frame));
    return this.#view;
  }

  #open(opening: () => Promise<void>): void {
    if (this.#phase !== 'new') return this.#link.refuse(new ServiceError('ALREADY_STARTED'));
    this.#phase = 'opening';
    opening().then(
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
    const { widgetId, origin, address, epoch } = this.#options;
    const widget = await this.#options.widget();
    if (!widget) throw new ServiceError('TOKEN_REFUSED');
    const { entries, ...started } = await startChat(
      this.#options,
      { widgetId, widget, origin, address },
      frame,
    );
    this.#link.send({ type: 'started', ...started, epoch });
    this.#options.onStarted();
    this.#show(started, 0, entries);
  }

  async #resume({ participantToken, after, epoch: knownEpoch }: FrameOf<'resume'>): Promise<void> {
    const { widgetId, address, epoch } = this.#options;
    const state = await openContact(this.#options, { widgetId, address }, participantToken);
    const { contactId, participantId, lastSeq, longMessages } = state;
    const isOfOtherLogs = knownEpoch !== undefined && knownEpoch !== epoch;
    if (after > lastSeq || isOfOtherLogs) throw new ServiceError('CURSOR_BEYOND_LOG');
    const { displayName } = state.participants[participantId]!;
    this.#link.send({
      ...{ type: 'resumed', contactId, participantId, displayName, lastSeq, epoch },
      ...(longMessages && { longMessages }),
    });
    this.#show(state, after);
  }

  #show(
    { contactId, participantId }: { contactId: string; participantId: string },
    after: number,
    known?: readonly Entry[],
  ): void {
    if (this.#isClosed) return;
    const { contacts, attachments, customerConnections, clock } = this.#options;
    this.#disconnect = customerConnections.open(contactId);
    this.#view = new ContactView({
      contacts,
      attachments,
      link: this.#link,
      clock,
      contactId,
      participantId,
      after,
      known,
      isNamed: false,
      onEnded: () => this.#view?.close(),
    });
    this.#showPlace(contactId).catch(this.#options.onError);
  }

  /** Tells the customer where they wait, unless the widget does not want it. */
  async #showPlace(contactId: string): Promise<void> {
    const { widget, queuePlaces } = this.#options;
    const { features } = (await widget()) ?? {};
    if (!features?.queuePosition || this.#isClosed) return;
    this.#stopPlace = queuePlaces.follow(contactId, (place) =>
      this.#link.send({ type: 'queue', ...(place ?? { position: 0, size: 0 }) }),
    );
  }
}

const aboutOf = (frame: CustomerFrame): { clientToken?: string } =>
  frame.type === 'message' || frame.type === 'attachment' ? { clientToken: frame.clientToken } : {};

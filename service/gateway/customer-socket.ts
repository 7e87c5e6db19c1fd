import type { WebSocket } from 'ws';
import { customerFrameSchemas, type CustomerFrame } from '../../shared/protocol/customer-frames.js';
import type { Widget } from '../../shared/widget-config.js';
import type { Attachments } from '../attachments/attachments.js';
import type { ChatAdmission } from '../auth/chat-admission.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { ServiceError } from '../errors.js';
import { ContactView } from './contact-view.js';
import { createFrameDecoder } from './decode-frame.js';
import { openContact } from './open-contact.js';
import { createSocketLink, type SocketLink, type SocketLinkOptions } from './socket-link.js';
import { startChat } from './start-chat.js';

/** What sockets of either kind stand on. */
export interface GatewayOptions {
  contacts: Contacts;
  attachments: Attachments;
  clock: () => number;
  /** See {@link SocketLinkOptions}. */
  stream?: SocketLinkOptions<never>['stream'];
  /** Which logs the numbers are of: see `shared/protocol/customer-frames.ts`. */
  epoch: string;
  onError: (error: unknown) => void;
}

/** What a customer's socket was opened for. */
export interface CustomerSocketOptions extends GatewayOptions {
  admission: ChatAdmission;
  widgetId: string;
  /** Read again at each start: it may have changed since the socket opened. */
  widget: () => Promise<Widget | null>;
  origin: string;
  /** A chat was started by this socket. */
  onStarted: () => void;
}

const decode = createFrameDecoder(customerFrameSchemas);
type Link = SocketLink<CustomerFrame>;
type FrameOf<Type extends CustomerFrame['type']> = Extract<CustomerFrame, { type: Type }>;

/** Serves one customer's socket: first `start` or `resume`, then one chat. */
export function serveCustomerSocket(socket: WebSocket, options: CustomerSocketOptions): Link {
  const { clock, stream, onError } = options;
  const link: Link = createSocketLink(socket, { decode, clock, stream, onError });
  let phase: 'new' | 'opening' | 'open' = 'new';
  let view: ContactView | null = null;
  let isClosed = false;

  link.on('closed', () => {
    isClosed = true;
    view?.close();
  });
  link.on('frame', (frame) => {
    if (frame.type === 'start') return open(() => start(frame));
    if (frame.type === 'resume') return open(() => resume(frame));
    if (!view) return link.refuse(new ServiceError('NOT_STARTED'), aboutOf(frame));
    handle(view, frame);
  });
  return link;

  function open(opening: () => Promise<void>): void {
    if (phase !== 'new') return link.refuse(new ServiceError('ALREADY_STARTED'));
    phase = 'opening';
    opening().then(
      () => void (phase = 'open'),
      (error: unknown) => {
        phase = 'new';
        link.refuse(error);
        if (error instanceof ServiceError && error.code === 'PARTICIPANT_REFUSED')
          link.close('PARTICIPANT_REFUSED');
      },
    );
  }

  async function start(frame: FrameOf<'start'>): Promise<void> {
    const { widgetId, origin } = options;
    const widget = await options.widget();
    if (!widget) throw new ServiceError('TOKEN_REFUSED');
    const { entries, ...started } = await startChat(options, { widgetId, widget, origin }, frame);
    link.send({ type: 'started', ...started, epoch: options.epoch });
    options.onStarted();
    show(started, 0, entries);
  }

  async function resume({ participantToken, after, epoch }: FrameOf<'resume'>): Promise<void> {
    const { contacts, widgetId } = options;
    const state = await openContact(contacts, widgetId, participantToken);
    const { contactId, participantId, lastSeq } = state;
    const isOfOtherLogs = epoch !== undefined && epoch !== options.epoch;
    if (after > state.lastSeq || isOfOtherLogs) throw new ServiceError('CURSOR_BEYOND_LOG');
    const { displayName } = state.participants[participantId]!;
    link.send({ type: 'resumed', contactId, participantId, displayName, lastSeq, epoch: options.epoch });
    show(state, after);
  }

  function show(
    { contactId, participantId }: { contactId: string; participantId: string },
    after: number,
    known?: readonly Entry[],
  ): void {
    if (isClosed) return;
    const { contacts, attachments, clock } = options;
    view = new ContactView({
      ...{ contacts, attachments, link, clock },
      ...{ contactId, participantId, after, known },
      isNamed: false,
      onEnded: () => view?.close(),
    });
  }
}

function handle(view: ContactView, frame: Exclude<CustomerFrame, { type: 'start' | 'resume' }>): void {
  switch (frame.type) {
    case 'message':
      return view.say(frame);
    case 'attachment':
      return view.attach(frame);
    case 'typing':
      return view.typing();
    case 'delivered':
      return view.mark({ delivered: frame.seq });
    case 'read':
      return view.mark({ read: frame.seq });
    case 'end':
      return view.end();
    case 'ping':
    case 'pong':
    // Answered by the link.
  }
}

const aboutOf = (frame: CustomerFrame): { clientToken?: string } =>
  frame.type === 'message' || frame.type === 'attachment' ? { clientToken: frame.clientToken } : {};

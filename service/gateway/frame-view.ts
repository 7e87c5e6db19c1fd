import { isDamage } from '../errors.js';
import type { ParticipantView, Receipt, Speaker, StoredMessage } from '../participant/participant-view.js';
import type { ShownItem } from '../participant/shown-item.js';
import { itemJson } from './item-json.js';
import type { SocketLink } from './socket-link.js';

/** On a socket with one contact, frames don't name it. */
const noName = {};

/** The members of a socket's link that a view needs. */
export type ViewLink = Pick<SocketLink<never>, 'send' | 'sendText' | 'refuse' | 'busy' | 'close'>;

/**
 * Shows one contact with the frames that all sockets have. On a socket with several contacts, the frames name
 * the contact.
 */
export class FrameView implements ParticipantView {
  protected readonly link: ViewLink;
  readonly #name: { contactId?: string };
  /** The beginning of `item` frames. They are concatenated by hand, because every message needs one. */
  readonly #itemPrefix: string;
  readonly #ackPrefix: string;

  constructor(link: ViewLink, contactId?: string) {
    this.link = link;
    this.#name = contactId === undefined ? noName : { contactId };
    const name = contactId === undefined ? '' : `"contactId":${JSON.stringify(contactId)},`;
    this.#itemPrefix = `{"type":"item",${name}`;
    this.#ackPrefix = `{"type":"ack",${name}`;
  }

  item(shown: ShownItem): void {
    this.link.sendText(`${this.#itemPrefix}${itemJson(shown)}}`);
  }

  stored({ clientToken, seq, id, absoluteTime }: StoredMessage): void {
    // Ids and times contain no characters that JSON escapes.
    const token = JSON.stringify(clientToken);
    const rest = `"clientToken":${token},"seq":${seq},"id":"${id}","absoluteTime":"${absoluteTime}"}`;
    this.link.sendText(this.#ackPrefix + rest);
  }

  receipt({ participantId, delivered, read }: Receipt): void {
    this.link.send({ type: 'receipt', ...this.#name, participantId, delivered, read });
  }

  typing({ participantId, role, displayName }: Speaker): void {
    this.link.send({ type: 'typing', ...this.#name, participantId, participantRole: role, displayName });
  }

  refused(error: unknown, clientToken?: string): void {
    this.link.refuse(error, { ...this.#name, ...(clientToken !== undefined && { clientToken }) });
  }

  failed(error: unknown): void {
    this.refused(error);
    // If the contact can be read later, the client resumes from its last number.
    if (!isDamage(error)) this.link.close('SERVICE_RESTARTING');
  }

  busy(): Promise<void> | null {
    return this.link.busy();
  }
}

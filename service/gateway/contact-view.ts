import type { Contacts } from '../contact/contacts.js';
import type { Entry, Speaker } from '../contact/entry.js';
import { itemId } from '../contact/to-item.js';
import { itemJson } from './item-json.js';
import type { SocketLink } from './socket-link.js';

/** What a view needs of its socket. */
export type ViewLink = Pick<SocketLink<never>, 'send' | 'sendText' | 'refuse' | 'busy' | 'close'>;

export interface ContactViewOptions {
  contacts: Contacts;
  link: ViewLink;
  clock: () => number;
  contactId: string;
  /** Whose view this is. */
  participantId: string;
  /** Everything after this number is shown. */
  after: number;
  /** Whether frames name the contact: an agent's socket shows several. */
  isNamed: boolean;
}

type MessageEntry = Extract<Entry, { kind: 'message' }>;

interface Marks {
  delivered: number;
  read: number;
}

/** Milliseconds for which marks are gathered before one entry is written. */
const marksGathered = 300;

/** One participant's view of one contact on one socket: shows what happens, says and marks on the participant's behalf. */
export class ContactView {
  readonly #options: ContactViewOptions;
  readonly #name: { contactId?: string };
  readonly #itemPrefix: string;
  readonly #stop: () => void;
  /** What this socket sent, how often, by client token: answered with `ack` where the others see the item. */
  readonly #sending = new Map<string, number>();
  #cursor: number;
  #marks: Marks | null = null;

  constructor(options: ContactViewOptions) {
    const { contacts, contactId, after, isNamed, link } = options;
    this.#options = options;
    this.#name = isNamed ? { contactId } : {};
    this.#itemPrefix = isNamed
      ? `{"type":"item","contactId":${JSON.stringify(contactId)},`
      : '{"type":"item",';
    this.#cursor = after;
    this.#stop = contacts.follow(contactId, after, {
      entries: (entries) => entries.forEach((entry) => this.#show(entry)),
      busy: () => link.busy(),
      typing: (who) => this.#showTyping(who),
      failed: (error) => {
        link.refuse(error, this.#name);
        link.close('SERVICE_RESTARTING');
      },
    });
  }

  say(message: { clientToken: string; contentType: string; content: string }): void {
    const { contacts, contactId, participantId, clock, link } = this.#options;
    const { clientToken, contentType, content } = message;
    this.#sending.set(clientToken, (this.#sending.get(clientToken) ?? 0) + 1);
    contacts
      .run(contactId, { type: 'send', now: clock(), participantId, clientToken, contentType, content })
      .then(({ repeats }) => (repeats === null ? undefined : this.#acknowledgeAgain(clientToken, repeats)))
      .catch((error: unknown) => {
        this.#sending.delete(clientToken);
        link.refuse(error, { ...this.#name, clientToken });
      });
  }

  typing(): void {
    const { contacts, contactId, participantId, link } = this.#options;
    contacts.state(contactId).then(
      (state) => {
        const who = state?.status === 'ACTIVE' ? state.participants[participantId] : undefined;
        if (who?.present) contacts.typing(contactId, who);
      },
      (error: unknown) => link.refuse(error, this.#name),
    );
  }

  mark({ delivered = 0, read = 0 }: Partial<Marks>): void {
    if (!this.#marks) setTimeout(() => this.#writeMarks(), marksGathered).unref();
    const before = this.#marks ?? { delivered: 0, read: 0 };
    this.#marks = { delivered: Math.max(before.delivered, delivered), read: Math.max(before.read, read) };
  }

  end(): void {
    const { contacts, contactId, participantId, clock, link } = this.#options;
    const ended = contacts.run(contactId, { type: 'end', now: clock(), participantId });
    ended.catch((error: unknown) => link.refuse(error, this.#name));
  }

  close(): void {
    this.#stop();
    this.#writeMarks();
  }

  #show(entry: Entry): void {
    this.#cursor = entry.seq;
    if (entry.kind === 'marked') return this.#showMarks(entry);
    if (entry.kind === 'message' && this.#isMine(entry)) return this.#acknowledge(entry);
    const json = itemJson(this.#options.contactId, entry);
    if (json !== null) this.#options.link.sendText(`${this.#itemPrefix}${json}}`);
    if (entry.kind === 'chat.ended') this.#stop();
  }

  #showMarks({ participantId, delivered, read }: Extract<Entry, { kind: 'marked' }>): void {
    this.#options.link.send({ type: 'receipt', ...this.#name, participantId, delivered, read });
  }

  #showTyping({ participantId, role, displayName }: Speaker): void {
    if (participantId === this.#options.participantId) return;
    this.#options.link.send({
      type: 'typing',
      ...this.#name,
      participantId,
      participantRole: role,
      displayName,
    });
  }

  /** Whether this socket sent it, and was not answered yet. */
  #isMine({ who, clientToken }: MessageEntry): boolean {
    const isOwn = who.participantId === this.#options.participantId;
    return isOwn && clientToken !== null && this.#sending.has(clientToken);
  }

  /** Answers each time it was sent. */
  #acknowledge({ clientToken, seq, at }: MessageEntry): void {
    const times = this.#sending.get(clientToken!) ?? 0;
    this.#sending.delete(clientToken!);
    const absoluteTime = new Date(at).toISOString();
    const id = itemId(this.#options.contactId, seq);
    const ack = { type: 'ack', ...this.#name, clientToken, seq, id, absoluteTime };
    for (let time = 0; time < times; time += 1) this.#options.link.send(ack);
  }

  /** What was sent before: its item was shown long ago, or is on its way to this socket and answered there. */
  async #acknowledgeAgain(clientToken: string, seq: number): Promise<void> {
    const { contacts, contactId } = this.#options;
    if (seq > this.#cursor || !this.#sending.has(clientToken)) return;
    const [entry] = await contacts.log.read(contactId, seq - 1, 1);
    if (entry?.kind === 'message') this.#acknowledge(entry);
  }

  #writeMarks(): void {
    const { contacts, contactId, participantId, clock, link } = this.#options;
    if (!this.#marks) return;
    const marked = contacts.run(contactId, { type: 'mark', now: clock(), participantId, ...this.#marks });
    this.#marks = null;
    marked.catch((error: unknown) => link.refuse(error, this.#name));
  }
}

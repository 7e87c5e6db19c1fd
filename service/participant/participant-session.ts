import type { Attachments } from '../attachments/attachments.js';
import type { Clock } from '../clock.js';
import type { Outcome } from '../contact/contact-inbox.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry, Speaker } from '../contact/entry.js';
import type { Follower } from '../contact/follow.js';
import { absoluteTime } from '../contact/absolute-time.js';
import { itemId } from '../contact/to-item.js';
import { isDamage } from '../errors.js';
import { itemJson } from '../gateway/item-json.js';
import type { SocketLink } from '../gateway/socket-link.js';

/** What a view needs of its socket. */
export type ViewLink = Pick<
  SocketLink<never>,
  'send' | 'sendText' | 'together' | 'refuse' | 'busy' | 'close'
>;

export interface ContactViewOptions {
  contacts: Contacts;
  attachments: Attachments;
  link: ViewLink;
  clock: Clock;
  contactId: string;
  /** Whose view this is. */
  participantId: string;
  /** Everything after this number is shown. */
  after: number;
  /** What is known to come after that number. */
  known?: readonly Entry[] | undefined;
  /** Whether frames name the contact: an agent's socket shows several. */
  isNamed: boolean;
  /** The chat is over. Some may hear more of it (how it was found); a view that nobody closes costs memory. */
  onEnded: () => void;
}

/** What participants say. */
type SaidEntry = Extract<Entry, { kind: 'message' | 'attachment' }>;

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
  /** How frames begin that are put together by hand, because there is one for every message. */
  readonly #itemPrefix: string;
  readonly #ackPrefix: string;
  readonly #stop: () => void;
  /** What this socket sent, how often, by client token: answered with `ack` where the others see the item. */
  readonly #sending = new Map<string, number>();
  /** Set while a file that is about to be said is looked for: nothing said after it overtakes it. */
  #turn: Promise<void> | null = null;
  #cursor: number;
  #marks: Marks | null = null;

  constructor(options: ContactViewOptions) {
    const { contacts, contactId, after, known, isNamed, link } = options;
    this.#options = options;
    this.#name = isNamed ? { contactId } : {};
    const name = isNamed ? `"contactId":${JSON.stringify(contactId)},` : '';
    this.#itemPrefix = `{"type":"item",${name}`;
    this.#ackPrefix = `{"type":"ack",${name}`;
    this.#cursor = after;
    const follower: Follower = {
      entries: (entries) =>
        entries.length === 1
          ? this.#show(entries[0]!)
          : link.together(() => entries.forEach((entry) => this.#show(entry))),
      busy: () => link.busy(),
      typing: (who) => this.#showTyping(who),
      failed: (error) => this.#fail(error),
    };
    this.#stop = contacts.follow(contactId, after, follower, known);
  }

  say(message: { clientToken: string; contentType: string; content: string }): void {
    const { contacts, contactId, participantId, clock } = this.#options;
    const { clientToken, contentType, content } = message;
    const send = () => {
      const command = {
        type: 'send',
        now: clock.now(),
        participantId,
        clientToken,
        contentType,
        content,
      } as const;
      return this.#put(clientToken, contacts.run(contactId, command));
    };
    // Whoever says the next thing need not wait for this one: the contact keeps them in order.
    this.#inTurn(() => void send());
  }

  attach({ clientToken, attachmentId }: { clientToken: string; attachmentId: string }): void {
    const { contacts, attachments, contactId, participantId, clock } = this.#options;
    const attach = () =>
      attachments.say({ contactId, participantId, attachmentId }, (file) =>
        contacts.run(contactId, { type: 'attach', now: clock.now(), participantId, clientToken, file }),
      );
    this.#inTurn(() => this.#put(clientToken, attach()));
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
    this.#inTurn(() => {
      const ended = contacts.run(contactId, { type: 'end', now: clock.now(), participantId });
      ended.catch((error: unknown) => link.refuse(error, this.#name));
    });
  }

  close(): void {
    this.#stop();
    this.#writeMarks();
  }

  /** The log can't be read. An agent's other chats go on beside a damaged one. */
  #fail(error: unknown): void {
    const { link, isNamed } = this.#options;
    link.refuse(error, this.#name);
    if (!isDamage(error)) link.close('SERVICE_RESTARTING');
    else if (!isNamed) link.close('CONTACT_DAMAGED');
  }

  /** Does it now, or after what has to be waited for; what gives a promise is waited for itself. */
  #inTurn(task: () => void | Promise<void>): void {
    const done = this.#turn ? this.#turn.then(task) : task();
    if (!done) return;
    const turn: Promise<void> = done.then(() => {
      if (this.#turn === turn) this.#turn = null;
    });
    this.#turn = turn;
  }

  /** Answers for something that is being said; never rejects. */
  #put(clientToken: string, said: Promise<Outcome>): Promise<void> {
    this.#sending.set(clientToken, (this.#sending.get(clientToken) ?? 0) + 1);
    const fail = (error: unknown): void => {
      this.#sending.delete(clientToken);
      this.#options.link.refuse(error, { ...this.#name, clientToken });
    };
    return said.then(
      ({ repeats }) =>
        repeats === null ? undefined : this.#acknowledgeAgain(clientToken, repeats).catch(fail),
      fail,
    );
  }

  #show(entry: Entry): void {
    this.#cursor = entry.seq;
    if (entry.kind === 'marked') return this.#showMarks(entry);
    if (entry.kind === 'survey.answered') return this.#showSurvey(entry);
    if (entry.kind === 'customer.gone') return this.#showCustomer(absoluteTime(entry.since));
    if (entry.kind === 'customer.back') return this.#showCustomer(null);
    if (isSaid(entry) && this.#isMine(entry)) return this.#acknowledge(entry);
    const json = itemJson(this.#options.contactId, entry);
    if (json !== null) this.#options.link.sendText(`${this.#itemPrefix}${json}}`);
    if (entry.kind === 'chat.ended') this.#options.onEnded();
  }

  #showMarks({ participantId, delivered, read }: Extract<Entry, { kind: 'marked' }>): void {
    this.#options.link.send({ type: 'receipt', ...this.#name, participantId, delivered, read });
  }

  #showSurvey({ survey, at }: Extract<Entry, { kind: 'survey.answered' }>): void {
    if (!this.#options.isNamed) return;
    const answer = { ...survey, at: new Date(at).toISOString() };
    this.#options.link.send({ type: 'survey', ...this.#name, survey: answer });
  }

  /** Staff see whether the customer is there. */
  #showCustomer(goneSince: string | null): void {
    if (this.#options.isNamed)
      this.#options.link.send({ type: 'customer-presence', ...this.#name, goneSince });
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
  #isMine({ who, clientToken }: SaidEntry): boolean {
    const isOwn = who.participantId === this.#options.participantId;
    return isOwn && clientToken !== null && this.#sending.has(clientToken);
  }

  /** Answers each time it was sent. */
  #acknowledge({ clientToken, seq, at }: SaidEntry): void {
    const times = this.#sending.get(clientToken!) ?? 0;
    this.#sending.delete(clientToken!);
    const { contactId, link } = this.#options;
    const token = JSON.stringify(clientToken);
    const ack = `${this.#ackPrefix}"clientToken":${token},"seq":${seq},"id":"${itemId(contactId, seq)}","absoluteTime":"${absoluteTime(at)}"}`;
    for (let time = 0; time < times; time += 1) link.sendText(ack);
  }

  /** What was sent before: its item was shown long ago, or is on its way to this socket and answered there. */
  async #acknowledgeAgain(clientToken: string, seq: number): Promise<void> {
    const { contacts, contactId } = this.#options;
    if (seq > this.#cursor || !this.#sending.has(clientToken)) return;
    const [entry] = await contacts.log.read(contactId, seq - 1, 1);
    if (entry && isSaid(entry)) this.#acknowledge(entry);
  }

  #writeMarks(): void {
    const { contacts, contactId, participantId, clock, link } = this.#options;
    if (!this.#marks) return;
    const marked = contacts.run(contactId, { type: 'mark', now: clock.now(), participantId, ...this.#marks });
    this.#marks = null;
    marked.catch((error: unknown) => link.refuse(error, this.#name));
  }
}

const isSaid = (entry: Entry): entry is SaidEntry => entry.kind === 'message' || entry.kind === 'attachment';

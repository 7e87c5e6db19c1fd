import type { ParticipantRole } from '../../shared/transcript-item.js';
import type { Outcome } from '../contact/contact-inbox.js';
import type { Marks } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf, type RoleRights } from '../contact/roles.js';
import { attendCustomer, type CustomerAttendance } from './attend-customer.js';
import {
  isSent,
  toStored,
  type NewAttachment,
  type NewMessage,
  type ParticipantActs,
  type SentEntry,
  type Who,
} from './participant-acts.js';
import type { ParticipantView } from './participant-view.js';
import { showEntry } from './show-entry.js';

/** What sessions stand on; one for all. */
export interface SessionServices extends CustomerAttendance {
  contacts: Pick<Contacts, 'follow'>;
  acts: ParticipantActs;
}

/** Whose session it is. */
export interface ConnectedParticipant extends Who {
  role: ParticipantRole;
  widgetId: string;
}

/** Who is connected, and from where they are shown the contact. */
export interface SessionStart {
  who: ConnectedParticipant;
  /** Everything after this number is shown. */
  after: number;
  /** What is known to come after that number, so that it is not read again. */
  known?: readonly Entry[] | undefined;
}

export interface SessionOptions {
  view: ParticipantView;
  /** The contact is over. Some are told more of it (how it was rated): their owner closes the session. */
  onEnded?: () => void;
}

/** Milliseconds for which marks are gathered before one entry is written. */
const marksGathered = 300;

/**
 * One participant in one contact on one connection: shows everything after a number and then what comes, and does what the
 * connection asks for, in that order. What the connection sent is answered where its item would be shown.
 */
export class ParticipantSession {
  readonly #services: SessionServices;
  readonly #who: ConnectedParticipant;
  readonly #view: ParticipantView;
  readonly #onEnded: (() => void) | undefined;
  readonly #rights: RoleRights;
  readonly #stop: () => void;
  readonly #unattend: (() => void) | null;
  /** What this connection sent and was not answered yet: how often, by client token. */
  readonly #sending = new Map<string, number>();
  /** Set while a file that is about to be sent is looked for: nothing sent after it overtakes it. */
  #turn: Promise<void> | null = null;
  #cursor: number;
  #marks: Marks | null = null;

  constructor(
    services: SessionServices,
    { who, after, known }: SessionStart,
    { view, onEnded }: SessionOptions,
  ) {
    this.#services = services;
    this.#who = who;
    this.#view = view;
    this.#onEnded = onEnded;
    this.#rights = rightsOf(who);
    this.#cursor = after;
    this.#unattend = this.#rights.isServed ? attendCustomer(services, who, view) : null;
    this.#stop = services.contacts.follow(
      who.contactId,
      after,
      {
        entries: (entries) =>
          entries.length === 1
            ? this.#show(entries[0]!)
            : view.together(() => entries.forEach((entry) => this.#show(entry))),
        busy: () => view.busy(),
        typing: (writer) => {
          if (writer.participantId !== who.participantId) view.typing(writer);
        },
        failed: (error) => view.failed(error),
      },
      known,
    );
  }

  /** The answer is `stored`, or `refused` with its client token. */
  send(message: NewMessage): void {
    // What is sent next need not wait for this one: the contact keeps them in order.
    this.#inTurn(() => void this.#answer(message, this.#services.acts.send(this.#who, message)));
  }

  /** Answered as a message is. */
  attach(attachment: NewAttachment): void {
    this.#inTurn(() => this.#answer(attachment, this.#services.acts.attach(this.#who, attachment)));
  }

  typing(): void {
    this.#try(this.#services.acts.typing(this.#who));
  }

  mark({ delivered = 0, read = 0 }: Partial<Marks>): void {
    if (!this.#marks) setTimeout(() => this.#writeMarks(), marksGathered).unref();
    const before = this.#marks ?? { delivered: 0, read: 0 };
    this.#marks = { delivered: Math.max(before.delivered, delivered), read: Math.max(before.read, read) };
  }

  /** After everything that was sent before. */
  end(): void {
    this.#inTurn(() => this.#try(this.#services.acts.end(this.#who)));
  }

  /** After everything that was sent before. */
  leave(): void {
    this.#inTurn(() => this.#try(this.#services.acts.leave(this.#who)));
  }

  /** The connection is closed. */
  close(): void {
    this.#stopShowing();
    this.#unattend?.();
  }

  #stopShowing(): void {
    this.#stop();
    this.#writeMarks();
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

  #try(act: Promise<void>): void {
    act.catch((error: unknown) => this.#view.refused(error));
  }

  /** Answers for something that is being sent; never rejects. */
  #answer({ clientToken }: { clientToken: string }, sending: Promise<Outcome>): Promise<void> {
    this.#sending.set(clientToken, (this.#sending.get(clientToken) ?? 0) + 1);
    const fail = (error: unknown): void => {
      this.#sending.delete(clientToken);
      this.#view.refused(error, clientToken);
    };
    return sending.then(
      ({ repeats }) => (repeats === null ? undefined : this.#answerAgain(clientToken, repeats).catch(fail)),
      fail,
    );
  }

  #show(entry: Entry): void {
    this.#cursor = entry.seq;
    if (isSent(entry) && this.#isMine(entry)) return this.#acknowledge(entry);
    showEntry(entry, this.#who.contactId, this.#rights, this.#view);
    if (entry.kind === 'chat.ended') this.#ended();
  }

  /** Only what is meant for staff comes after the end. */
  #ended(): void {
    if (this.#rights.seesNotes) this.#onEnded?.();
    else this.#stopShowing();
  }

  /** Whether this connection sent it, and was not answered yet. */
  #isMine({ who, clientToken }: SentEntry): boolean {
    const isOwn = who.participantId === this.#who.participantId;
    return isOwn && clientToken !== null && this.#sending.has(clientToken);
  }

  /** Answers each time it was sent. */
  #acknowledge(entry: SentEntry): void {
    const stored = toStored(this.#who.contactId, entry);
    const times = this.#sending.get(stored.clientToken) ?? 0;
    this.#sending.delete(stored.clientToken);
    for (let time = 0; time < times; time += 1) this.#view.stored(stored);
  }

  /** What was sent before: its item was shown long ago, or is on its way to this connection and answered there. */
  async #answerAgain(clientToken: string, seq: number): Promise<void> {
    if (seq > this.#cursor || !this.#sending.has(clientToken)) return;
    const entry = await this.#services.acts.read(this.#who, seq);
    if (entry) this.#acknowledge(entry);
  }

  #writeMarks(): void {
    if (!this.#marks) return;
    this.#try(this.#services.acts.mark(this.#who, this.#marks));
    this.#marks = null;
  }
}

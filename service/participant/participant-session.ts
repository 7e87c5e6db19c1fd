import type { Marks } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf, type RoleRights } from '../contact/roles.js';
import { attendCustomer, type CustomerAttendance } from './attend-customer.js';
import { ContactShowing } from './contact-showing.js';
import type { NewAttachment, NewMessage, NewNote, NewTransfer, ParticipantActs } from './participant-acts.js';
import type { ParticipantView } from './participant-view.js';
import { PendingSends } from './pending-sends.js';
import type { ConnectedParticipant } from './who.js';

/** What sessions stand on; one for all. */
export interface SessionServices extends CustomerAttendance {
  contacts: Pick<Contacts, 'follow'>;
  acts: ParticipantActs;
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
  readonly #pending: PendingSends;
  /** Set while a file that is about to be sent is looked for: nothing sent after it overtakes it. */
  #turn: Promise<void> | null = null;
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
    this.#pending = new PendingSends({ acts: services.acts, who, view }, after);
    this.#unattend = this.#rights.isServed ? attendCustomer(services, who, view) : null;
    const showing = new ContactShowing(who, { view, pending: this.#pending, ended: () => this.#ended() });
    this.#stop = services.contacts.follow(who.contactId, after, showing, known);
  }

  /** The answer is `stored`, or `refused` with its client token. */
  send(message: NewMessage): void {
    // What is sent next need not wait for this one: the contact keeps them in order.
    this.#inTurn(() => {
      this.#pending.add(message.clientToken);
      this.#services.acts.post(this.#who, message, this.#pending);
    });
  }

  /** Answered as a message is. */
  attach(attachment: NewAttachment): void {
    const pending = this.#pending;
    this.#inTurn(() => {
      pending.add(attachment.clientToken);
      return this.#services.acts.attach(this.#who, attachment).then(
        (outcome) => pending.done(outcome, attachment),
        (error: unknown) => pending.refused(error, attachment),
      );
    });
  }

  /** A private note; answered as a message is. */
  note(note: NewNote): void {
    const pending = this.#pending;
    this.#inTurn(() => {
      pending.add(note.clientToken);
      this.#services.acts.note(this.#who, note).then(
        (outcome) => pending.done(outcome, note),
        (error: unknown) => pending.refused(error, note),
      );
    });
  }

  /** Hands the contact over, after everything that was sent before. */
  transfer(transfer: NewTransfer): void {
    this.#inTurn(() => this.#try(this.#services.acts.transfer(this.#who, transfer)));
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

  /** Only what is meant for staff comes after the end. */
  #ended(): void {
    if (this.#rights.seesNotes) this.#onEnded?.();
    else this.#stopShowing();
  }

  #writeMarks(): void {
    if (!this.#marks) return;
    this.#try(this.#services.acts.mark(this.#who, this.#marks));
    this.#marks = null;
  }
}

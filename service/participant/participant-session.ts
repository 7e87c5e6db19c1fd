import type { Marks } from '../contact/contact-state.js';
import type { Contacts } from '../contact/contacts.js';
import type { Entry } from '../contact/entry.js';
import { rightsOf, type RoleRights } from '../contact/roles.js';
import { CustomerAttendance, type CustomerAttendanceOptions } from './customer-attendance.js';
import { ContactShowing } from './contact-showing.js';
import type { NewAttachment, NewMessage, NewNote, NewTransfer, ParticipantActs } from './participant-acts.js';
import type { ParticipantView } from './participant-view.js';
import { PendingSends } from './pending-sends.js';
import type { ConnectedParticipant } from './who.js';

/** The dependencies that all sessions share. */
export interface SessionServices extends CustomerAttendanceOptions {
  contacts: Pick<Contacts, 'follow'>;
  acts: ParticipantActs;
}

/** The connected participant, and where the contact's replay starts. */
export interface SessionStart {
  who: ConnectedParticipant;
  /** Everything after this number is shown. */
  after: number;
  /** Known entries directly after that number, so that they need not be read. */
  known?: readonly Entry[] | undefined;
}

export interface SessionOptions {
  view: ParticipantView;
  /**
   * Called at the contact's end. Some owners close the session later, because their participants also see the
   * rating.
   */
  onEnded?: () => void;
}

/** Milliseconds for which marks are collected before one entry is written. */
const marksGathered = 300;

/**
 * One participant in one contact on one connection. Shows everything after a number, then each new entry, and
 * runs the connection's requests in order. Where an item would be shown that this connection sent, it gets
 * the answer instead.
 */
export class ParticipantSession {
  readonly #services: SessionServices;
  readonly #who: ConnectedParticipant;
  readonly #view: ParticipantView;
  readonly #onEnded: (() => void) | undefined;
  readonly #rights: RoleRights;
  readonly #stop: () => void;
  readonly #attendance: CustomerAttendance | null;
  readonly #pending: PendingSends;
  /** Set while a file that is about to be posted is looked up: later requests wait for it. */
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
    this.#attendance = this.#rights.isServed ? new CustomerAttendance(services, who, view) : null;
    const showing = new ContactShowing(who, { view, pending: this.#pending, session: this });
    this.#stop = services.contacts.follow(who.contactId, after, showing, known);
  }

  /** The answer is `stored`, or `refused` with the client token. */
  send(message: NewMessage): void {
    // The next message needn't wait for this one: the contact keeps the order.
    if (this.#turn) this.#inTurn(() => this.#post(message));
    else this.#post(message);
  }

  #post(message: NewMessage): void {
    this.#pending.add(message.clientToken);
    this.#services.acts.post(this.#who, message, this.#pending);
  }

  /** Answered like a message. */
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

  /** Runs after everything that was sent before. */
  end(): void {
    this.#inTurn(() => this.#try(this.#services.acts.end(this.#who)));
  }

  /** Runs after everything that was sent before. */
  leave(): void {
    this.#inTurn(() => this.#try(this.#services.acts.leave(this.#who)));
  }

  /** The contact has ended: from now on, only staff receive entries. */
  ended(): void {
    if (this.#rights.seesNotes) this.#onEnded?.();
    else this.#stopShowing();
  }

  /** Call it when the connection has closed. */
  close(): void {
    this.#stopShowing();
    this.#attendance?.stop();
  }

  #stopShowing(): void {
    this.#stop();
    this.#writeMarks();
  }

  /** Runs the task now, or after the pending ones. If the task returns a promise, later tasks wait for it. */
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

  #writeMarks(): void {
    if (!this.#marks) return;
    this.#try(this.#services.acts.mark(this.#who, this.#marks));
    this.#marks = null;
  }
}

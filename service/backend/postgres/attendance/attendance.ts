import type { Clock } from '../../../clock.js';
import { createClaimedCalls } from '../../memory/claimed-calls.js';
import { claimLasts } from '../../timers.js';
import type { Database } from '../database/database.js';
import { createCoalesced, type Coalesced } from '../processes/coalesced.js';
import type { ProcessLease } from '../processes/lease.js';
import type { AttendanceKind } from './graces.js';
import * as statements from './statements.js';

export interface AttendanceOptions {
  kind: AttendanceKind;
  /** Milliseconds that somebody who is expected may be without a connection. */
  grace: number;
  database: Database;
  lease: ProcessLease;
  clock: Pick<Clock, 'now'>;
  /** Called when what another process knows changed, before the absences that have come are told. */
  onChange?: (id: string) => void;
  /** Called when an absence is about to be told. */
  onGone?: (id: string) => void;
}

/** What the database says of somebody, without this process's connections. */
interface Known {
  others: number;
  isExpected: boolean;
  /** By the clock of the database. */
  absentSince: number | null;
}

interface Row {
  id: string | null;
  counts: Record<string, number>;
  isExpected: boolean;
  absentSince: number | null;
  mark: string;
}

/** Milliseconds until a call that failed comes again, and for which it is left to other processes. */
const retryAfter = 2_000;
const leftToOthers = 5_000;
/** Milliseconds for which a row about nobody is kept, so that every process sees that somebody left. */
const emptyFor = 10 * 60_000;
/** Milliseconds before an absence is told from which on what is known of it may be out of date. */
const doubted = 10_000;

/**
 * Who is connected, in all processes: a copy of what the database says, and over it what this process knows itself. What it
 * says is passed on at once, and again until the database has it.
 */
export class Attendance {
  readonly #options: AttendanceOptions;
  /** Connections of this process. */
  readonly #own = new Map<string, number>();
  readonly #known = new Map<string, Known>();
  /** What is not passed on yet: whether somebody is expected, or null where only connections changed. */
  #unsaid = new Map<string, boolean | null>();
  readonly #gone = createClaimedCalls<[id: string, since: number]>();
  readonly #flush: Coalesced;
  #mark: string | null = null;
  #isClosed = false;

  constructor(options: AttendanceOptions) {
    this.#options = options;
    this.#flush = createCoalesced(() => this.#passOn());
    options.lease.onLoss({ lost: () => this.#sayAgain(), isUnsettled: () => false });
  }

  /** Opens a connection of this process; `expects` says that somebody is expected from now on. */
  open(id: string, expects: boolean | null = null): () => void {
    this.#own.set(id, (this.#own.get(id) ?? 0) + 1);
    this.#say(id, expects);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      const left = this.#own.get(id)! - 1;
      if (left > 0) this.#own.set(id, left);
      else this.#own.delete(id);
      this.#say(id, null);
    };
  }

  /** How many connections there are, in all processes. */
  count(id: string): number {
    return (this.#own.get(id) ?? 0) + (this.#known.get(id)?.others ?? 0);
  }

  expect(id: string): void {
    // Every process says it at every change of a contact: only the first has to be passed on.
    if (this.#unsaid.get(id) ?? this.#isSurelyExpected(id)) return;
    this.#say(id, true);
  }

  forget(id: string): void {
    const known = this.#known.get(id);
    if (this.#unsaid.has(id) || known?.isExpected) this.#say(id, false);
  }

  /** Returns the undo. */
  onGone(receive: (id: string, since: number) => Promise<void>): () => void {
    return this.#gone.add(receive);
  }

  /** Passes on, fetches what changed, and tells who is gone. */
  async beat(): Promise<void> {
    await this.#flush.run();
    await this.#tellGone();
  }

  /** Removes rows about nobody. */
  async tidy(): Promise<void> {
    await this.#options.database.query(statements.dropEmptyRows, [emptyFor]);
  }

  /** Resolves once this process's connections are passed on as closed, if that is possible. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#flush.settled();
  }

  #isSurelyExpected(id: string): boolean {
    const known = this.#known.get(id);
    if (!known?.isExpected) return false;
    if (known.absentSince === null) return true;
    return this.#options.lease.databaseNow() < known.absentSince + this.#options.grace - doubted;
  }

  #say(id: string, expects: boolean | null): void {
    if (this.#isClosed) return;
    this.#unsaid.set(id, expects ?? this.#unsaid.get(id) ?? null);
    // What fails stays unsaid until the next beat.
    this.#flush.run().catch(() => undefined);
  }

  /** Everything again: the database has forgotten what this process said, or all it knew. */
  #sayAgain(): void {
    for (const [id, { isExpected }] of this.#known) if (isExpected) this.#remember(id, true);
    for (const id of this.#own.keys()) this.#remember(id, null);
    this.#known.clear();
    this.#mark = null;
  }

  #remember(id: string, expects: boolean | null): void {
    this.#unsaid.set(id, this.#unsaid.get(id) ?? expects);
  }

  /** Writes first and reads then, one after the other: what was read is never older than what was written. */
  async #passOn(): Promise<void> {
    const { lease } = this.#options;
    if (!lease.isHeld) return;
    if (this.#unsaid.size > 0) await this.#write();
    if (lease.isHeld) await this.#read();
  }

  async #write(): Promise<void> {
    const { database, lease, kind } = this.#options;
    const said = this.#unsaid;
    this.#unsaid = new Map();
    const { id } = lease;
    const ids = [...said.keys()].sort();
    const counts = ids.map((each) => this.#own.get(each) ?? 0);
    const values = [id, kind, ids, counts, ids.map((each) => said.get(each) ?? null), this.#options.grace];
    try {
      const [row] = await database.query<{ held: boolean }>(statements.attend, values);
      if (row!.held) return;
      this.#unsaySince(said);
      lease.noticeLoss(id);
    } catch (error) {
      this.#unsaySince(said);
      throw error;
    }
  }

  /** What could not be passed on, below what was said since. */
  #unsaySince(said: ReadonlyMap<string, boolean | null>): void {
    for (const [id, expects] of said) this.#remember(id, expects);
  }

  async #read(): Promise<void> {
    const { database, lease, kind, onChange } = this.#options;
    const { id: own } = lease;
    const rows = await database.query<Row>(statements.changedRows, [kind, this.#mark]);
    this.#mark = rows[0]!.mark;
    for (const { id, counts, isExpected, absentSince } of rows) {
      if (id === null) continue;
      const others = Object.entries(counts).reduce((sum, [of, count]) => (of === own ? sum : sum + count), 0);
      const before = this.#known.get(id)?.others ?? 0;
      if (others === 0 && !isExpected) this.#known.delete(id);
      else this.#known.set(id, { others, isExpected, absentSince });
      if (others !== before) onChange?.(id);
    }
  }

  async #tellGone(): Promise<void> {
    const { database, lease, kind } = this.#options;
    if (!this.#gone.hasReceivers || this.#isClosed) return;
    const { id: own } = lease;
    const claimed = await database.query<{ id: string; age: number }>(statements.claimAbsences, [
      ...[own, kind, claimLasts, leftToOthers],
    ]);
    for (const { id, age } of claimed) void this.#tell(own, id, age);
  }

  async #tell(own: string, id: string, age: number): Promise<void> {
    const { database, clock, kind, onGone } = this.#options;
    this.#known.delete(id);
    onGone?.(id);
    const isDone = await this.#gone.call(id, clock.now() - age);
    const [end, after] = isDone
      ? [statements.endAbsence, this.#options.grace]
      : [statements.failAbsence, retryAfter];
    // Where it can't be noted, the claim ends by itself.
    await database.query(end, [own, kind, id, after]).catch(() => undefined);
  }
}

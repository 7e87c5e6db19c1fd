import { toMonotonic, type Clock } from '../../clock.js';
import type { Deadline } from '../../contact/deadline.js';
import { createClaimedCalls } from '../memory/claimed-calls.js';
import { claimLasts, type OnDue, type Timers } from '../timers.js';
import type { Database } from './database/database.js';
import { createCoalesced, type Coalesced } from './processes/coalesced.js';
import type { ProcessLease } from './processes/lease.js';
import * as statements from './timer-statements.js';

/** Milliseconds until a call that failed is repeated. */
const retryAfter = 5_000;

export interface PostgresTimersOptions {
  database: Database;
  lease: ProcessLease;
  clock: Pick<Clock, 'now' | 'monotonic'>;
}

/** A deadline's `at`, and when it comes by the monotonic clock. */
type Dues = Map<number, number>;

/**
 * Timers in a table, which every process looks at once a second. Contacts' deadlines are stored by the append that changes
 * them; what is set here is added.
 */
export class PostgresTimers implements Timers {
  readonly #options: PostgresTimersOptions;
  readonly #calls = createClaimedCalls<Parameters<OnDue>>();
  readonly #flush: Coalesced;
  /** What this process set, by id: `left` answers from it. */
  readonly #set = new Map<string, Dues>();
  #unsaid = new Set<string>();
  #isClosed = false;

  constructor(options: PostgresTimersOptions) {
    this.#options = options;
    this.#flush = createCoalesced(() => this.#passOn());
  }

  set(id: string, deadlines: readonly Deadline[], fixedAt?: number): void {
    if (this.#isClosed) return;
    const dues = new Map(deadlines.map((each) => [each.at, this.#dueOf(id, each, fixedAt)]));
    this.#set.set(id, dues);
    this.#unsaid.add(id);
    // What fails is passed on at the next beat.
    this.#flush.run().catch(() => undefined);
  }

  left(id: string, deadline: Deadline): number {
    return Math.max(0, this.#dueOf(id, deadline) - this.#options.clock.monotonic());
  }

  onDue(receive: OnDue): () => void {
    return this.#calls.add(receive);
  }

  /** An append has stored these deadlines: when they come, but nothing to pass on. */
  stored(id: string, dues: Dues): void {
    this.#set.set(id, dues);
  }

  async beat(): Promise<void> {
    await this.#flush.run();
    this.#forgetOld();
    await this.#callDue();
  }

  async close(): Promise<void> {
    await this.#flush.settled();
    this.#isClosed = true;
  }

  async #passOn(): Promise<void> {
    if (this.#unsaid.size === 0) return;
    const ids = [...this.#unsaid];
    this.#unsaid = new Set();
    const now = this.#options.clock.monotonic();
    const rows = ids.flatMap((id) =>
      [...(this.#set.get(id) ?? [])].map(([at, due]) => ({ id, at, left: due - now })),
    );
    try {
      await this.#options.database.query(statements.setTimers, [
        ids,
        rows.map(({ id }) => id),
        rows.map(({ at }) => at),
        rows.map(({ left }) => left),
      ]);
    } catch (error) {
      for (const id of ids) this.#unsaid.add(id);
      throw error;
    }
  }

  async #callDue(): Promise<void> {
    const { database, lease } = this.#options;
    if (!this.#calls.hasReceivers || this.#isClosed) return;
    const { id: own } = lease;
    const rows = await database.query<{ id: string; at: number }>(statements.claimDue, [own, claimLasts]);
    const reached = new Map<string, number[]>();
    for (const { id, at } of rows) reached.set(id, [...(reached.get(id) ?? []), at]);
    for (const [id, ats] of reached) void this.#call(own, id, ats);
  }

  async #call(own: string, id: string, reached: number[]): Promise<void> {
    const isDone = await this.#calls.call(id, reached);
    const values = isDone ? [own, id, reached] : [own, id, reached, retryAfter];
    // Where it can't be noted, the claim ends by itself.
    await this.#options.database
      .query(isDone ? statements.endCall : statements.failCall, values)
      .catch(() => undefined);
  }

  /** Other processes may have ended what was set here: a deadline that has come is not asked about any more. */
  #forgetOld(): void {
    const old = this.#options.clock.monotonic() - claimLasts;
    for (const [id, dues] of this.#set)
      if (!this.#unsaid.has(id) && [...dues.values()].every((due) => due < old)) this.#set.delete(id);
  }

  #dueOf(id: string, { at, within }: Deadline, fixedAt?: number): number {
    return this.#set.get(id)?.get(at) ?? toMonotonic(this.#options.clock, at, { within, fixedAt });
  }
}

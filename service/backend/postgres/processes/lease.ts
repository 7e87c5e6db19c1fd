import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock.js';
import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { handOver } from './hand-over.js';

/** Milliseconds after which a process that says nothing is taken for dead. */
export const leaseLasts = 5_000;

const register = statement(
  'register',
  `INSERT INTO connect_chat.processes (process_id, renewed_at) VALUES ($1, connect_chat.now_ms())
   ON CONFLICT (process_id) DO NOTHING RETURNING connect_chat.now_ms() AS now`,
);
const renew = statement(
  'renew',
  `UPDATE connect_chat.processes SET renewed_at = connect_chat.now_ms() WHERE process_id = $1
   RETURNING connect_chat.now_ms() AS now`,
);
const leave = statement('leave', 'DELETE FROM connect_chat.processes WHERE process_id = $1');

const lock = statement(
  'lease_lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('connect_chat first process', 0))`,
);
/** Where no process lives, nobody is connected any more. Everybody is expected again after the start. */
const forget = ['attendance', 'agents'].map((table) =>
  statement(
    `forget_${table}`,
    `DELETE FROM connect_chat.${table} WHERE NOT EXISTS (
       SELECT FROM connect_chat.processes WHERE renewed_at >= connect_chat.now_ms() - ${leaseLasts})`,
  ),
);

/** What a process does when it learns that it was taken for dead. */
export interface Loss {
  /** Called once when it is noticed. */
  lost(): void;
  /** Whether work is under way that relies on what was lost. The process does not come back before it has ended. */
  isUnsettled(): boolean;
}

/**
 * A process's lease: everything of the process is only true while it has one. Others end it if it is not renewed in time,
 * and the process then comes back under another id.
 */
export class ProcessLease {
  readonly #database: Database;
  readonly #clock: Pick<Clock, 'monotonic'>;
  readonly #losses: Loss[] = [];
  #id = randomUUID();
  #isHeld = false;
  #renewedAt = -Infinity;
  /** When this process began to renew without a pause. */
  #steadySince = 0;
  /** What the database's clock is ahead of the monotonic one. */
  #ahead = 0;

  constructor({ database, clock }: { database: Database; clock: Pick<Clock, 'monotonic'> }) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Under which id this process has the lease, or had it last. */
  get id(): string {
    return this.#id;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Whether this process may end the leases of others: right after an outage all of them look dead. */
  get mayReap(): boolean {
    return this.#isHeld && this.#clock.monotonic() - this.#steadySince >= leaseLasts;
  }

  /** About what the clock of the database shows, in milliseconds since 1970. */
  databaseNow(): number {
    return this.#clock.monotonic() + this.#ahead;
  }

  onLoss(loss: Loss): void {
    this.#losses.push(loss);
  }

  /** Gets the first lease; what is left of processes that all have ended is forgotten before. */
  async begin(): Promise<void> {
    await this.#database.transaction(async (run) => {
      await run(lock);
      for (const each of forget) await run(each);
      const [row] = await run<{ now: number }>(register, [this.#id]);
      this.#isHeld = true;
      this.#renewed(row!.now);
    });
  }

  /** Renews the lease, or gets another one. Rejects where the database can't be reached. */
  async renew(): Promise<void> {
    if (this.#isHeld) {
      const [row] = await this.#database.query<{ now: number }>(renew, [this.#id]);
      if (row) return this.#renewed(row.now);
      this.noticeLoss(this.#id);
    }
    if (this.#losses.some((each) => each.isUnsettled())) return;
    this.#id = randomUUID();
    const [row] = await this.#database.query<{ now: number }>(register, [this.#id]);
    // Without a row the statement was sent twice: the next call gets another id.
    if (!row) return;
    this.#isHeld = true;
    this.#renewed(row.now);
  }

  /** A statement of this process found that its lease was ended. */
  noticeLoss(id: string): void {
    if (!this.#isHeld || id !== this.#id) return;
    this.#isHeld = false;
    for (const each of this.#losses) each.lost();
  }

  /** Gives the lease back, and what belongs to it to other processes. Where that fails they take it later. */
  async end(): Promise<void> {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    await this.#database.transaction(async (run) => {
      await run(leave, [this.#id]);
      await handOver(run, [this.#id]);
    });
  }

  #renewed(now: number): void {
    const time = this.#clock.monotonic();
    if (time - this.#renewedAt > leaseLasts) this.#steadySince = time;
    this.#renewedAt = time;
    const ahead = now - time;
    // Answers take some milliseconds, now more, now less: only a clock that was set counts.
    if (Math.abs(ahead - this.#ahead) > clockTolerance) this.#ahead = ahead;
  }
}

const clockTolerance = 250;

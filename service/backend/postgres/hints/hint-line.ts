import { randomUUID } from 'node:crypto';
import { createNanoEvents } from 'nanoevents';
import type { Client } from 'pg';
import type { Clock } from '../../../clock.js';
import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { toNotifications, type HintBatch } from './hint-batches.js';

const channel = 'connect_chat';
const notify = statement(
  'notify',
  `SELECT pg_notify('${channel}', text) FROM unnest($1::text[]) AS g (text)`,
);

/** Milliseconds until a lost connection is made again: the first wait, which doubles up to the last. */
const firstWait = 100;
const lastWait = 2_000;
/** Milliseconds between two questions whether the connection still works. */
const askedEvery = 3_000;
/** Milliseconds after which a connection that says nothing is taken for lost. */
const answersWithin = 3_000;
/** Hints that wait to be sent; beyond, new ones are lost. */
const waitingAtMost = 10_000;

export interface HintLineEvents {
  hint(hint: unknown): void;
  live(): void;
  interrupted(): void;
}

export interface HintLineOptions {
  database: Pick<Database, 'connect'>;
  clock: Clock;
}

/**
 * Carries hints between processes by LISTEN and NOTIFY, on one connection of its own. Hints of one moment share a
 * transaction, which holds nothing else: a NOTIFY in the transaction of an append would make the commits of all processes
 * wait for each other.
 */
export class HintLine {
  readonly #options: HintLineOptions;
  readonly #events = createNanoEvents<HintLineEvents>();
  readonly #from = randomUUID();
  #client: Client | null = null;
  #waiting: unknown[] = [];
  #sending: Promise<void> | null = null;
  #wait = firstWait;
  #undo = (): void => undefined;
  #isClosed = false;

  constructor(options: HintLineOptions) {
    this.#options = options;
  }

  get isLive(): boolean {
    return this.#client !== null;
  }

  /** How many hints have not been handed to the server. */
  get underWay(): number {
    return this.#waiting.length + (this.#sending ? 1 : 0);
  }

  on<Event extends keyof HintLineEvents>(event: Event, listener: HintLineEvents[Event]): () => void {
    return this.#events.on(event, listener);
  }

  /** Connects for the first time. Rejects where that can't be. */
  async begin(): Promise<void> {
    await this.#connect();
  }

  /** Sends a hint to the other processes, or loses it. */
  send(hint: unknown): void {
    if (!this.#client || this.#waiting.length >= waitingAtMost) return;
    this.#waiting.push(hint);
    this.#sending ??= this.#sendAll();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#undo();
    await this.#sending;
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = await this.#options.database.connect();
    client.on('notification', ({ payload }) => payload && this.#receive(payload));
    client.once('error', () => this.#lose(client));
    client.once('end', () => this.#lose(client));
    try {
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    if (this.#isClosed) return void client.end().catch(() => undefined);
    this.#client = client;
    this.#wait = firstWait;
    this.#ask(client);
    this.#events.emit('live');
  }

  /** Asks again and again whether the connection works: one that was cut off says nothing by itself. */
  #ask(client: Client): void {
    const { clock } = this.#options;
    this.#undo = clock.later(askedEvery, () => {
      const undo = clock.later(answersWithin, () => this.#lose(client));
      client.query('SELECT 1').then(
        () => {
          undo();
          if (this.#client === client) this.#ask(client);
        },
        () => {
          undo();
          this.#lose(client);
        },
      );
    });
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#waiting = [];
    this.#undo();
    void client.end().catch(() => undefined);
    this.#events.emit('interrupted');
    this.#connectLater();
  }

  #connectLater(): void {
    if (this.#isClosed) return;
    this.#undo = this.#options.clock.later(this.#wait, () => {
      this.#wait = Math.min(lastWait, this.#wait * 2);
      this.#connect().catch(() => this.#connectLater());
    });
  }

  async #sendAll(): Promise<void> {
    // In a turn of its own, so that hints of one moment share a transaction.
    await Promise.resolve();
    while (this.#waiting.length > 0 && this.#client) {
      const client = this.#client;
      const notifications = toNotifications(this.#from, this.#waiting);
      this.#waiting = [];
      await client.query({ ...notify, values: [notifications] }).catch(() => this.#lose(client));
    }
    this.#sending = null;
  }

  #receive(text: string): void {
    const batch = parseBatch(text);
    if (batch && batch.from !== this.#from) for (const hint of batch.hints) this.#events.emit('hint', hint);
  }
}

/** Others may use the same channel of the database. */
function parseBatch(text: string): HintBatch | null {
  try {
    const batch = JSON.parse(text) as Partial<HintBatch>;
    return typeof batch.from === 'string' && Array.isArray(batch.hints) ? (batch as HintBatch) : null;
  } catch {
    return null;
  }
}

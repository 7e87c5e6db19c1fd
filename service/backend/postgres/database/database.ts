import pg from 'pg';
import { isConnectionLost, toServiceError, withoutValues } from './failures.js';
import { createHosts, type Hosts } from './hosts.js';
import type { Statement } from './statement.js';

export interface DatabaseOptions {
  /** A URL a host, in the order in which they are tried. */
  urls: readonly string[];
  /**
   * The same for connections that listen, if `urls` lead to a pooler in transaction mode. Statements are not prepared
   * then: the next one may be run on another connection to the server.
   */
  listenUrls?: readonly string[] | undefined;
  /** Connections at most, the one for hints not counted. */
  connections?: number;
}

/** Runs a statement; resolves with its rows. */
export type Run = <Row>(statement: Statement, values?: readonly unknown[]) => Promise<Row[]>;

const connectWithin = 3_000;
/** Milliseconds after which an answer is not waited for: the network swallows what is sent. */
const answerWithin = 10_000;
/** PostgreSQL's number for the type bigint, of which the driver makes text. */
const bigint = 20;

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    // Times in milliseconds and numbers of rows: far below 2^53.
    oid === bigint
      ? Number
      : (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format),
};

/**
 * The connections to PostgreSQL: a bounded pool. Failures that may pass reject with `TEMPORARILY_UNAVAILABLE`; the next
 * call connects again, to another host where there are several and this one failed.
 */
export class Database {
  readonly #hosts: Hosts;
  readonly #listenHosts: Hosts;
  readonly #isPooled: boolean;
  readonly #pool: pg.Pool;
  #underWay = 0;

  constructor({ urls, listenUrls, connections = 10 }: DatabaseOptions) {
    const hosts = createHosts(urls);
    this.#hosts = hosts;
    this.#isPooled = listenUrls !== undefined;
    this.#listenHosts = listenUrls ? createHosts(listenUrls) : hosts;
    this.#pool = new pg.Pool({
      Client: clientOf(hosts),
      max: connections,
      connectionTimeoutMillis: connectWithin,
      // Connections alone keep no process running.
      allowExitOnIdle: true,
      ...(hosts.areSeveral && { verify }),
    });
    // An idle connection that fails is replaced when it is needed.
    this.#pool.on('error', () => undefined);
  }

  /** Statements that have not been answered. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Runs one statement. It is sent again if the connection was lost, so it must do no harm the second time. */
  async query<Row>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      try {
        return await this.once<Row>(statement, values);
      } catch (error) {
        // After a restart of the server every connection of the pool is lost, and a new one works.
        if (!isConnectionLost(error)) throw error;
        return await this.once<Row>(statement, values);
      }
    } catch (error) {
      throw toServiceError(error);
    }
  }

  /** Runs one statement once. Rejects with the driver's error, or with {@link NotSent}. */
  async once<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    this.#underWay += 1;
    try {
      const client = await this.#take();
      try {
        const { rows } = await client.query(this.#toQuery(statement, values));
        client.release();
        return rows as Row[];
      } catch (error) {
        this.#drop(client, error);
        throw withoutValues(error);
      }
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Runs statements in one transaction: all of them take effect, or none. */
  async transaction<Result>(work: (run: Run) => Promise<Result>): Promise<Result> {
    this.#underWay += 1;
    try {
      const client = await this.#take();
      try {
        await client.query('BEGIN');
        const result = await work(async (statement, values = []) => {
          const { rows } = await client.query(this.#toQuery(statement, values));
          return rows as never;
        });
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        // A connection with an open transaction is not used again.
        this.#drop(client, error);
        throw withoutValues(error);
      }
    } catch (error) {
      throw toServiceError(error);
    } finally {
      this.#underWay -= 1;
    }
  }

  /** A connection of its own, outside the pool, for what listens. The caller ends it. */
  async connect(): Promise<pg.Client> {
    const hosts = this.#listenHosts;
    const url = hosts.current;
    const client = new (clientOf(hosts))({ connectionTimeoutMillis: connectWithin });
    try {
      await client.connect();
      if (hosts.areSeveral) await refuseStandby(client);
      return client;
    } catch (error) {
      void client.end().catch(() => undefined);
      hosts.failed(url);
      throw toServiceError(error);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #toQuery({ name, text }: Statement, values: readonly unknown[]): pg.QueryConfig {
    return { text, values: [...values], ...(!this.#isPooled && { name }) };
  }

  async #take(): Promise<pg.PoolClient> {
    const url = this.#hosts.current;
    try {
      return await this.#pool.connect();
    } catch (error) {
      this.#hosts.failed(url);
      throw new NotSent(error);
    }
  }

  #drop(client: pg.PoolClient, error: unknown): void {
    if (isConnectionLost(error)) this.#hosts.failed(this.#hosts.current);
    client.release(true);
  }
}

/** No connection could be made, so that the statement was not sent. */
export class NotSent extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Clients that connect to whichever host is current when they are made. */
function clientOf(hosts: Hosts): new (options?: pg.ClientConfig) => pg.Client {
  return class extends pg.Client {
    constructor(options: pg.ClientConfig = {}) {
      super({
        ...options,
        connectionString: hosts.current,
        types,
        keepAlive: true,
        query_timeout: answerWithin,
        application_name: 'connect-chat',
      });
      // The pool listens only while a connection is idle, and an error without a listener would end the process.
      this.on('error', () => undefined);
    }
  };
}

/** For the pool: of several hosts one that can be written to. */
function verify(client: pg.ClientBase, done: (error?: Error) => void): void {
  refuseStandby(client).then(
    () => done(),
    (error: Error) => done(error),
  );
}

async function refuseStandby(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  if (rows[0]!.standby) throw new Error('This host is a standby, which can only be read.');
}

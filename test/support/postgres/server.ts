// Why: a PostgreSQL of its own for each test file, in a folder that goes with it. Extend with `settings`, and with what a
// test does to a server.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres, postgresMissing } from '../../../scripts/postgres.mjs';
import { freePort } from '../free-port.js';

export interface PostgresServer {
  port: number;
  /** The folder of its data. */
  folder: string;
  /** A URL of a database. */
  url(database: string): string;
  /** A new database, a copy of `template` where that is given; its URL. */
  createDatabase(template?: string): Promise<string>;
  /** Runs statements as the superuser. */
  run<Row = Record<string, unknown>>(database: string, text: string): Promise<Row[]>;
  start(): Promise<void>;
  /** Ends it: SIGINT as its administrator would, SIGQUIT or SIGKILL as a crash does. */
  stop(signal: NodeJS.Signals): Promise<void>;
  /** Stops it, and removes its folder. */
  close(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Whether commits survive a crash; without it tests are faster. */
  isDurable?: boolean;
  /** Further settings, each as `name=value`. */
  settings?: readonly string[];
  /** Makes it a standby of this server, which streams from it until it is promoted. */
  standbyOf?: PostgresServer;
  /** The port, if another server had it before. */
  port?: number;
}

/** PostgreSQL refuses to run as root. */
export function account(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'));
  if (!line)
    throw new Error('There is no user postgres, which PostgreSQL needs where the tests run as root.');
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** What a server prints once it can be used; a standby can only be read. */
const readyMessage = /database system is ready to accept (?:read-only )?connections/;

async function runToEnd(program: string, words: string[], options: SpawnOptions): Promise<void> {
  const child = spawn(program, words, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (data: Buffer) => (printed += String(data)));
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`${program} failed: ${printed}`);
}

const servers = new Set<{ child: ChildProcess | null; folder: string }>();
process.once('exit', () => {
  for (const { child, folder } of servers) {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
});

/**
 * Makes the folder of an empty server. In a whole run only the first one takes initdb, which needs two seconds of a CPU; the
 * others are copies.
 */
async function makeCluster(folder: string, programs: string, options: SpawnOptions): Promise<void> {
  const template = process.env.TEST_POSTGRES_TEMPLATE;
  if (template && existsSync(template)) return runToEnd('cp', ['-R', '-p', template, folder], options);
  const words = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await runToEnd(join(programs, 'initdb'), ['-D', folder, ...words], options);
  if (!template) return;
  const copy = `${template}-${process.pid}`;
  await runToEnd('cp', ['-R', '-p', folder, copy], options);
  // Another file may have been faster; a folder that has files is not replaced.
  spawnSync('mv', ['-T', copy, template], { ...options, stdio: 'ignore' });
  rmSync(copy, { recursive: true, force: true });
}

/** Makes the folder of a standby: a copy that streams everything new from its source. */
async function makeStandby(
  folder: string,
  programs: string,
  options: SpawnOptions,
  { port }: PostgresServer,
): Promise<void> {
  const from = ['-D', folder, '-h', '127.0.0.1', '-p', String(port), '-U', 'postgres'];
  const how = ['--write-recovery-conf', '--checkpoint=fast', '--wal-method=stream', '--no-sync'];
  await runToEnd(join(programs, 'pg_basebackup'), [...from, ...how], options);
  appendFileSync(join(folder, 'postgresql.auto.conf'), "synchronous_standby_names = ''\n");
}

export async function startPostgres({
  isDurable = false,
  settings: further = [],
  standbyOf,
  port: givenPort,
}: PostgresServerOptions = {}): Promise<PostgresServer> {
  const programs = findPostgres();
  if (!programs) throw new Error(postgresMissing);
  const owner = account();
  const root = mkdtempSync(join(tmpdir(), 'connect-chat-postgres-'));
  if (owner) chownSync(root, owner.uid, owner.gid);
  const folder = join(root, 'data');
  const port = givenPort ?? (await freePort());
  const as = owner ?? {};
  const options = { ...as, cwd: root };
  if (standbyOf) await makeStandby(folder, programs, options, standbyOf);
  else await makeCluster(folder, programs, options);
  const own = { child: null as ChildProcess | null, folder: root };
  servers.add(own);
  const url = (database: string): string => `postgres://postgres@127.0.0.1:${port}/${database}`;
  let databases = 0;

  async function run<Row>(database: string, text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: url(database) });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  async function start(): Promise<void> {
    for (;;) {
      const failure = await tryToStart();
      if (failure === null) return;
      // The processes of a server that was killed end a moment after it.
      if (!failure.includes('is still in use')) throw new Error(`PostgreSQL ended:\n${failure}`);
      await setTimeout(50);
    }
  }

  /** Null once it is ready, or what it printed before it ended. */
  async function tryToStart(): Promise<string | null> {
    const settings = [
      `port=${port}`,
      `unix_socket_directories=${root}`,
      'listen_addresses=127.0.0.1',
      'max_connections=200',
      ...further,
      // A standby looks for its primary again five seconds after it was lost, by default.
      'wal_retrieve_retry_interval=200ms',
    ];
    if (!isDurable) settings.push('fsync=off', 'full_page_writes=off');
    const options = settings.flatMap((each) => ['-c', each]);
    const child = spawn(join(programs!, 'postgres'), ['-D', folder, ...options], {
      ...as,
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    own.child = child;
    let printed = '';
    const failure = await new Promise<string | null>((resolve) => {
      child.stderr.on('data', (data: Buffer) => {
        printed += String(data);
        if (readyMessage.test(printed)) resolve(null);
      });
      child.once('exit', () => resolve(printed));
    });
    // A test file that has ended does not wait for its server.
    child.unref();
    (child.stderr as Socket).unref();
    return failure;
  }

  const server: PostgresServer = {
    port,
    folder,
    url,
    run,
    start,
    async createDatabase(template) {
      databases += 1;
      const name = `test_${databases}`;
      await run('postgres', `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
      return url(name);
    },
    async stop(signal) {
      const { child } = own;
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
    async close() {
      await server.stop('SIGINT');
      servers.delete(own);
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
  await start();
  return server;
}

// Why: many teams reach PostgreSQL through a pooler that lends connections for one transaction. Extend with its settings.
import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPgBouncer, pgBouncerMissing } from '../../../scripts/postgres.mjs';
import { freePort } from '../free-port.js';
import { account, type PostgresServer } from './server.js';

export interface PgBouncer {
  /** The URL of a database of the server, through the pooler. */
  through(url: string): string;
  close(): void;
}

/** Fewer than the connections of one process, so that statements change connections. */
const serverConnections = 5;

/** A pooler in transaction mode in front of a server. */
export async function startPgBouncer(server: PostgresServer): Promise<PgBouncer> {
  const program = findPgBouncer();
  if (!program) throw new Error(pgBouncerMissing);
  const owner = account();
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-pgbouncer-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(file, configurationOf(server.port, port));
  const child = spawn(program, [file], { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const close = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (data: Buffer) => {
      printed += String(data);
      if (printed.includes('process up')) resolve();
    });
    child.once('exit', () => reject(new Error(`PgBouncer ended:\n${printed}`)));
  });
  // A test file that has ended does not wait for it.
  child.unref();
  (child.stderr as Socket).unref();
  return {
    through: (url) => url.replace(`:${server.port}/`, `:${port}/`),
    close() {
      process.off('exit', close);
      close();
    },
  };
}

const configurationOf = (serverPort: number, port: number): string => `
[databases]
* = host=127.0.0.1 port=${serverPort} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${serverConnections}
max_client_conn = 200
`;

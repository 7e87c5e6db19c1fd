// Why: what is committed must survive the loss of the database's machine. Extend with further standbys.
import { setTimeout } from 'node:timers/promises';
import { startPostgres, type PostgresServer } from './server.js';

/** A primary with a synchronous standby: every commit waits until both have it. */
export interface ReplicatedPostgres {
  /** The ports of both servers; which of them is the primary changes. */
  ports: readonly [number, number];
  readonly primary: PostgresServer;
  /** Null between a failover and the repair. */
  readonly standby: PostgresServer | null;
  /** Kills the primary for good, and promotes the standby. Resolves when it can be written to. */
  failOver(): Promise<void>;
  /** Gives the primary a new synchronous standby, with the port of the one that was lost. */
  repair(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds between two looks at a server. */
const lookedEvery = 50;

export async function startReplicatedPostgres(): Promise<ReplicatedPostgres> {
  let primary = await startPostgres({ isDurable: true });
  let standby: PostgresServer | null = await startPostgres({ isDurable: true, standbyOf: primary });
  const ports = [primary.port, standby.port] as const;
  await synchronise(primary);

  return {
    ports,
    get primary() {
      return primary;
    },
    get standby() {
      return standby;
    },
    async failOver() {
      if (!standby) throw new Error('There is no standby.');
      await primary.stop('SIGKILL');
      await primary.close();
      primary = standby;
      standby = null;
      await primary.run('postgres', 'SELECT pg_promote()');
      await until(primary, 'SELECT NOT pg_is_in_recovery() AS "isSo"');
    },
    async repair() {
      if (standby) return;
      const port = ports.find((each) => each !== primary.port)!;
      standby = await startPostgres({ isDurable: true, standbyOf: primary, port });
      await synchronise(primary);
    },
    async close() {
      await Promise.all([primary.close(), standby?.close()]);
    },
  };
}

/** From now on, commits wait for the standby. */
async function synchronise(primary: PostgresServer): Promise<void> {
  await primary.run('postgres', "ALTER SYSTEM SET synchronous_standby_names = '*'");
  await primary.run('postgres', 'SELECT pg_reload_conf()');
  await until(primary, `SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync') AS "isSo"`);
}

async function until(server: PostgresServer, question: string): Promise<void> {
  for (;;) {
    const [row] = await server.run<{ isSo: boolean }>('postgres', question);
    if (row!.isSo) return;
    await setTimeout(lookedEvery);
  }
}

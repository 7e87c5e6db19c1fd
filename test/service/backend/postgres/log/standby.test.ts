import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../../../../../service/clock.js';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { ProcessLease } from '../../../../../service/backend/postgres/processes/lease.js';
import { Pulse } from '../../../../../service/backend/postgres/processes/pulse.js';
import { migrate } from '../../../../../service/backend/postgres/schema/migrate.js';
import { startReplicatedPostgres, type ReplicatedPostgres } from '../../../../support/postgres/replicated.js';
import { entry } from '../../contact-log-contract.js';

/** Resolves when a commit waits for the standby. */
async function commitWaits({ primary }: ReplicatedPostgres): Promise<'waits'> {
  for (;;) {
    const waiting = await primary.run(
      'postgres',
      `SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
    );
    if (waiting.length > 0) return 'waits';
    await setTimeout(20);
  }
}

const standbys = suite('a synchronous standby');
standbys(
  'has what was acknowledged, also if the primary crashed and was lost while the standby was away',
  async () => {
    // What waits for a connection keeps no process running.
    const alive = setInterval(() => undefined, 60_000);
    const postgres = await startReplicatedPostgres();
    await postgres.primary.run('postgres', 'CREATE DATABASE chat');
    const urls = postgres.ports.map((port) => `postgres://postgres@127.0.0.1:${port}/chat`);
    const database = new Database({ urls });
    await migrate(database);
    const lease = new ProcessLease({ database, clock: systemClock });
    const pulse = new Pulse({ database, lease, clock: systemClock, onFailure: () => undefined });
    await pulse.begin();
    const log = new PostgresContactLog({ database, lease, clock: systemClock, onDeadlines: () => undefined });
    try {
      assert.ok((await log.append('k', 0, [entry('before')])).ok);
      await postgres.standby!.stop('SIGKILL');
      const appending = log.append('k', 1, [entry('while the standby is away')]).then(({ ok }) => ok);
      await commitWaits(postgres);
      // After a crash the primary has the entry and shows it, although the standby does not have it.
      await postgres.primary.stop('SIGKILL');
      await postgres.primary.start();
      assert.is(
        await Promise.race([appending, commitWaits(postgres)]),
        'waits',
        'it is not acknowledged yet',
      );
      await postgres.standby!.start();
      assert.is(await appending, true);
      await postgres.failOver();
      assert.equal(
        (await log.read('k', 0, 10)).map((each) => each.kind === 'queue.targeted' && each.queueId),
        ['before', 'while the standby is away'],
      );
    } finally {
      clearInterval(alive);
      await log.close();
      await pulse.close();
      await database.close();
      await postgres.close();
    }
  },
);
standbys.run();

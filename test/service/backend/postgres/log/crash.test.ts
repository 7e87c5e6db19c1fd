import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { systemClock } from '../../../../../service/clock.js';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { PostgresContactLog } from '../../../../../service/backend/postgres/log/contact-log.js';
import { ProcessLease } from '../../../../../service/backend/postgres/processes/lease.js';
import { Pulse } from '../../../../../service/backend/postgres/processes/pulse.js';
import { migrate } from '../../../../../service/backend/postgres/schema/migrate.js';
import { startPostgres } from '../../../../support/postgres/server.js';
import { entry } from '../../contact-log-contract.js';

const passes = (check: Promise<void>): Promise<boolean> =>
  check.then(
    () => true,
    () => false,
  );

const crashes = suite('kill -9 of PostgreSQL');
for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)
  crashes(
    `${signal}: every append is answered, what was acknowledged is there, and nothing twice`,
    async () => {
      // What waits for a connection keeps no process running.
      const alive = setInterval(() => undefined, 60_000);
      const server = await startPostgres({ isDurable: true });
      const database = new Database({ urls: [await server.createDatabase()] });
      await migrate(database);
      const lease = new ProcessLease({ database, clock: systemClock });
      const pulse = new Pulse({ database, lease, clock: systemClock, onFailure: () => undefined });
      await pulse.begin();
      const log = new PostgresContactLog({
        database,
        lease,
        clock: systemClock,
        onDeadlines: () => undefined,
      });

      const counts = { stored: 0, refused: 0 };
      let isOver = false;
      /** Appends one after the other, each upon what it knows of the log. */
      const write = async (contactId: string): Promise<string[]> => {
        const acknowledged: string[] = [];
        for (let number = 0; !isOver; number += 1) {
          const text = `${contactId} ${number}`;
          try {
            const last = (await log.read(contactId, 0, 100_000)).length;
            assert.ok((await log.append(contactId, last, [entry(text)])).ok);
            acknowledged.push(text);
            counts.stored += 1;
          } catch (error) {
            assert.is((error as { code?: string }).code, 'TEMPORARILY_UNAVAILABLE', String(error));
            counts.refused += 1;
          }
        }
        return acknowledged;
      };
      try {
        const contactIds = Array.from({ length: 20 }, (_, index) => `k${index}`);
        const writing = contactIds.map(write);
        while (counts.stored < 200) await new Promise((resolve) => setImmediate(resolve));
        await server.stop(signal);
        while (counts.refused === 0) await new Promise((resolve) => setImmediate(resolve));
        // A health check trusts a commit of a moment ago: it fails soon, not necessarily at once.
        while (await passes(log.check())) await new Promise((resolve) => setImmediate(resolve));
        await server.start();
        const { stored } = counts;
        while (counts.stored < stored + 200) await new Promise((resolve) => setImmediate(resolve));
        isOver = true;
        for (const [index, acknowledged] of (await Promise.all(writing)).entries()) {
          const texts = (await log.read(contactIds[index]!, 0, 100_000)).map((each) =>
            each.kind === 'queue.targeted' ? each.queueId : '',
          );
          assert.is(new Set(texts).size, texts.length, 'nothing is there twice');
          assert.equal(
            texts,
            acknowledged,
            'what is there was acknowledged, and what was acknowledged is there',
          );
        }
        await pulse.close();
        await log.close();
        await database.close();
      } finally {
        isOver = true;
        await server.close();
        clearInterval(alive);
      }
    },
  );
crashes.run();

import { systemClock } from '../../../../../service/clock.js';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { createPostgresBus } from '../../../../../service/backend/postgres/hints/bus.js';
import { HintLine } from '../../../../../service/backend/postgres/hints/hint-line.js';
import { freshDatabase, sharedPostgres } from '../../../../support/postgres/processes.js';
import { busContract, type TestTopics } from '../../bus-contract.js';

busContract('PostgreSQL', async () => {
  const errors: unknown[] = [];
  const server = await sharedPostgres();
  const url = await freshDatabase();
  const name = new URL(url).pathname.slice(1);
  const open = async () => {
    const database = new Database({ urls: [url] });
    const line = new HintLine({ database, clock: systemClock });
    await line.begin();
    const bus = createPostgresBus<TestTopics>({ line, onError: (error) => errors.push(error) });
    return { database, line, bus };
  };
  const processes = [await open(), await open()] as const;
  /** What was sent before a hint of the test's own has arrived when that has. */
  const arrived = async (): Promise<void> => {
    for (const [from, to] of [processes, [...processes].reverse()] as const) {
      const heard = new Promise<void>((resolve) => {
        const undo = to.line.on('hint', (hint) => {
          if ((hint as { type: string }).type !== 'test') return;
          undo();
          resolve();
        });
      });
      from.line.send({ type: 'test' });
      await heard;
    }
  };
  return {
    processes: [processes[0].bus, processes[1].bus],
    arrived,
    async interrupt() {
      const { line } = processes[1];
      const live = new Promise<void>((resolve) => {
        const undo = line.on('live', () => {
          undo();
          resolve();
        });
      });
      // The connection that listened last is the second process's.
      await server.run(
        'postgres',
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'
         ORDER BY backend_start DESC LIMIT 1`,
      );
      await live;
    },
    errors,
    async close() {
      for (const { line, database } of processes) {
        await line.close();
        await database.close();
      }
    },
  };
});

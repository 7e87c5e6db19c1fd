// Why: contract suites need a database of their own for each test, and time that passes for it and for its processes at
// once. Extend with what two processes share.
import type { Clock } from '../../../service/clock.js';
import { Database } from '../../../service/backend/postgres/database/database.js';
import { ProcessLease } from '../../../service/backend/postgres/processes/lease.js';
import { Pulse } from '../../../service/backend/postgres/processes/pulse.js';
import { migrate } from '../../../service/backend/postgres/schema/migrate.js';
import { createTestClock, type TestClock } from '../test-clock.js';
import { startPostgres, type PostgresServer } from './server.js';

let started: Promise<PostgresServer> | null = null;
const templates = new Map<string, Promise<void>>();

/** The server of this test file. It is closed with the test process. */
export const sharedPostgres = (): Promise<PostgresServer> => (started ??= startPostgres());

/** A database with the schema of this release, and nothing in it; its URL. */
export async function freshDatabase(): Promise<string> {
  const server = await sharedPostgres();
  await made('template_schema', async (database) => migrate(database));
  return server.createDatabase('template_schema');
}

/** The same, whose clock stands still. */
async function frozenDatabase(): Promise<string> {
  const server = await sharedPostgres();
  await made('template_frozen', async (database) => {
    await migrate(database);
    await database.query({
      name: '',
      text: `CREATE TABLE connect_chat.test_clock (now_ms bigint NOT NULL);
        INSERT INTO connect_chat.test_clock VALUES (${createTestClock().now()});
        CREATE OR REPLACE FUNCTION connect_chat.now_ms() RETURNS bigint LANGUAGE sql VOLATILE
          AS $$ SELECT now_ms FROM connect_chat.test_clock $$;`,
    });
  });
  return server.createDatabase('template_frozen');
}

function made(name: string, make: (database: Database) => Promise<void>): Promise<void> {
  const known = templates.get(name) ?? makeTemplate(name, make);
  templates.set(name, known);
  return known;
}

async function makeTemplate(name: string, make: (database: Database) => Promise<void>): Promise<void> {
  const server = await sharedPostgres();
  await server.run('postgres', `CREATE DATABASE ${name}`);
  const database = new Database({ urls: [server.url(name)] });
  await make(database);
  await database.close();
}

/** A process: its connections to the database, its lease, and its beats. */
export interface TestProcess {
  database: Database;
  lease: ProcessLease;
  pulse: Pulse;
  clock: Clock;
}

export interface TestProcesses {
  processes: readonly [TestProcess, TestProcess];
  clock: TestClock;
  url: string;
  /** Lets time pass for the database and the processes, and what they say arrive. */
  pass(milliseconds: number): Promise<void>;
  /** Resolves when every statement is answered, and nobody sends another one. */
  settled(): Promise<void>;
  /** A process is paused, or cut off: its clock stands still until the undo is called. */
  pause(index: 0 | 1): () => void;
  close(): Promise<void>;
}

/** Two processes on one database, whose clocks stand still until the test moves them. They do not beat yet. */
export async function openProcesses(): Promise<TestProcesses> {
  const url = await frozenDatabase();
  const clock = createTestClock();
  const clocks = [pausable(clock), pausable(clock)] as const;
  const open = ({ clock }: PausableClock): TestProcess => {
    const database = new Database({ urls: [url], connections: 4 });
    const lease = new ProcessLease({ database, clock });
    const pulse = new Pulse({ database, lease, clock, onFailure: () => undefined });
    return { database, lease, pulse, clock };
  };
  const processes = [open(clocks[0]), open(clocks[1])] as const;
  const time = new Database({ urls: [url], connections: 1 });

  async function settled(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (processes.some(({ database }) => database.underWay > 0)) quiet = 0;
    }
  }

  return {
    processes,
    clock,
    url,
    settled,
    pause: (index) => clocks[index].pause(),
    async pass(milliseconds) {
      for (let left = milliseconds; left > 0;) {
        await settled();
        // A second at a time where it matters; later not more often than leases need.
        const step = Math.min(left, milliseconds - left < 60_000 ? 1_000 : 4_000);
        await time.query({
          name: '',
          text: `UPDATE connect_chat.test_clock SET now_ms = now_ms + ${Math.round(step)}`,
        });
        clock.pass(step);
        left -= step;
      }
      await settled();
    },
    async close() {
      await settled();
      for (const { pulse, database } of processes) {
        await pulse.close();
        await settled();
        await database.close();
      }
      await time.close();
    },
  };
}

interface PausableClock {
  clock: Clock;
  pause(): () => void;
}

/** A process's view of the clock: while the process is paused nothing is called, and all of it once it goes on. */
function pausable(shared: TestClock): PausableClock {
  let isPaused = false;
  let missed: (() => void)[] = [];
  return {
    clock: {
      now: () => shared.now(),
      monotonic: () => shared.monotonic(),
      later: (milliseconds, callback) => {
        let isUndone = false;
        const call = (): void => {
          if (isUndone) return;
          if (isPaused) missed.push(call);
          else callback();
        };
        const undo = shared.later(milliseconds, call);
        return () => {
          isUndone = true;
          undo();
        };
      },
    },
    pause() {
      isPaused = true;
      return () => {
        isPaused = false;
        const calls = missed;
        missed = [];
        for (const call of calls) call();
      };
    },
  };
}

/** A function that waits for what the processes have begun before it does its own: they share this test's event loop. */
export const inTurn = <Words extends unknown[], Result>(
  { settled }: Pick<TestProcesses, 'settled'>,
  call: (...words: Words) => Promise<Result>,
): ((...words: Words) => Promise<Result>) => {
  return async (...words) => {
    await settled();
    return call(...words);
  };
};

import type { Database, Run } from '../database/database.js';
import { statement } from '../database/statement.js';
import type { Migration } from './migration.js';
import { migrations } from './migrations.js';

/** Any number; what else uses the database must not use the same one. */
const lock = 7_209_338_541;
const oldestVersion = 150_000;

const version = statement('version', `SELECT current_setting('server_version_num')::int AS number`);
const takeLock = statement('migration_lock', 'SELECT pg_advisory_xact_lock($1)');
const hasSchema = statement(
  'has_schema',
  `SELECT to_regclass('connect_chat.migrations') IS NOT NULL AS found`,
);
const createSchema = [
  statement('create_schema', 'CREATE SCHEMA IF NOT EXISTS connect_chat'),
  statement(
    'create_migrations',
    `CREATE TABLE IF NOT EXISTS connect_chat.migrations (
      name text PRIMARY KEY,
      done_at timestamptz NOT NULL DEFAULT now()
    )`,
  ),
];
const done = statement('migrations_done', 'SELECT name FROM connect_chat.migrations');
const note = statement('migration_note', 'INSERT INTO connect_chat.migrations (name) VALUES ($1)');

/**
 * Brings the schema to this release: every step that was not done yet, in one transaction. Of processes that start at once
 * one does it, and the others wait. Steps of a newer release are left as they are.
 */
export async function migrate(database: Database, steps: readonly Migration[] = migrations): Promise<void> {
  await database.transaction(async (run) => {
    await refuseOldServer(run);
    await run(takeLock, [lock]);
    const [{ found }] = (await run<{ found: boolean }>(hasSchema)) as [{ found: boolean }];
    if (!found) for (const each of createSchema) await run(each);
    const known = new Set((await run<{ name: string }>(done)).map(({ name }) => name));
    for (const { name, sql } of steps) {
      if (known.has(name)) continue;
      // Without a name the server takes several statements at once.
      await run({ name: '', text: sql });
      await run(note, [name]);
    }
  });
}

async function refuseOldServer(run: Run): Promise<void> {
  const [{ number }] = (await run<{ number: number }>(version)) as [{ number: number }];
  if (number < oldestVersion)
    throw new Error(`it is PostgreSQL ${Math.floor(number / 10_000)}, and 15 or newer is needed`);
}

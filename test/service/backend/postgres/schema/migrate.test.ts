import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { migrate } from '../../../../../service/backend/postgres/schema/migrate.js';
import { migrations } from '../../../../../service/backend/postgres/schema/migrations.js';
import { sharedPostgres } from '../../../../support/postgres/processes.js';
import { rejectionOf } from '../../../../support/rejection.js';

interface Context {
  database: Database;
  done(): Promise<string[]>;
}

const migrating = suite<Context>('migrate');
migrating.before.each(async (context) => {
  const server = await sharedPostgres();
  const url = await server.createDatabase();
  context.database = new Database({ urls: [url] });
  context.done = async () =>
    (
      await context.database.query<{ name: string }>({
        name: '',
        text: 'SELECT name FROM connect_chat.migrations ORDER BY name',
      })
    ).map(({ name }) => name);
});
migrating.after.each(({ database }) => database.close());
const names = migrations.map(({ name }) => name).sort();

migrating(
  'of processes that start at once one does each step, and the others wait',
  async ({ database, done }) => {
    await Promise.all(Array.from({ length: 5 }, () => migrate(database)));
    assert.equal(await done(), names);
  },
);
migrating('goes forward only: what is done is not done again, what is new is', async ({ database, done }) => {
  await migrate(database);
  const step = { name: 'zz-later', sql: 'CREATE TABLE connect_chat.later (id integer)' };
  await migrate(database, [...migrations, step]);
  await migrate(database, [...migrations, step]);
  // The release before starts again.
  await migrate(database);
  assert.equal(await done(), [...names, 'zz-later']);
});
migrating('a step that fails leaves nothing behind', async ({ database, done }) => {
  await migrate(database);
  const step = { name: 'zz-broken', sql: 'CREATE TABLE connect_chat.half (id integer); SELECT broken' };
  await rejectionOf(migrate(database, [...migrations, step]));
  assert.equal(await done(), names);
  await database.query({ name: '', text: 'CREATE TABLE connect_chat.half (id integer)' });
});
migrating.run();

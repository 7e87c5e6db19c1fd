import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Database } from '../../../../../service/backend/postgres/database/database.js';
import { freePort } from '../../../../support/free-port.js';
import { startPostgres } from '../../../../support/postgres/server.js';
import { sharedPostgres } from '../../../../support/postgres/processes.js';
import { rejectionOf } from '../../../../support/rejection.js';

const text = (sql: string) => ({ name: '', text: sql });
const codeOf = async (promise: Promise<unknown>): Promise<string | undefined> =>
  ((await rejectionOf(promise)) as { code?: string }).code;

const databases = suite('Database');
databases('uses the next host where the first one does not answer', async () => {
  const server = await sharedPostgres();
  const nobody = `postgres://postgres@127.0.0.1:${await freePort()}/postgres`;
  const database = new Database({ urls: [nobody, server.url('postgres')] });
  assert.equal(await database.query(text('SELECT 1 AS one')), [{ one: 1 }]);
  await database.close();
});
databases('has no more connections than it may, however many ask', async () => {
  const server = await sharedPostgres();
  const database = new Database({ urls: [await server.createDatabase()], connections: 3 });
  const ask = text(
    'SELECT pg_sleep(0.01), (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections',
  );
  const asked = await Promise.all(
    Array.from({ length: 30 }, () => database.query<{ connections: number }>(ask)),
  );
  assert.ok(asked.every(([row]) => row!.connections <= 3));
  assert.is(database.underWay, 0);
  await database.close();
});
databases('goes on by itself after the server was away, and says so meanwhile', async () => {
  const server = await startPostgres();
  const database = new Database({ urls: [server.url('postgres')] });
  const ask = { name: 'two', text: 'SELECT 2 AS two' };
  await Promise.all([database.query(ask), database.query(ask), database.query(ask)]);
  await server.stop('SIGQUIT');
  assert.is(await codeOf(database.query(ask)), 'TEMPORARILY_UNAVAILABLE');
  assert.is(await codeOf(database.transaction((run) => run(ask))), 'TEMPORARILY_UNAVAILABLE');
  assert.is(await codeOf(database.connect()), 'TEMPORARILY_UNAVAILABLE');
  await server.start();
  assert.equal(await database.query(ask), [{ two: 2 }]);
  // Connections of before are lost too where the server comes back before anybody asks.
  await Promise.all([database.query(ask), database.query(ask), database.query(ask)]);
  await server.stop('SIGQUIT');
  await server.start();
  assert.equal(await database.query(ask), [{ two: 2 }]);
  await database.close();
  await server.close();
});
databases('a transaction that fails leaves nothing, and its connection is not used again', async () => {
  const server = await sharedPostgres();
  const database = new Database({ urls: [await server.createDatabase()], connections: 1 });
  await database.query(text('CREATE TABLE numbers (number integer PRIMARY KEY)'));
  await rejectionOf(
    database.transaction(async (run) => {
      await run(text('INSERT INTO numbers VALUES (1)'));
      throw new Error('changed my mind');
    }),
  );
  assert.equal(await database.query(text('SELECT number FROM numbers')), []);
  await database.close();
});
databases('a failure has no values of the rows it is about', async () => {
  const server = await sharedPostgres();
  const database = new Database({ urls: [await server.createDatabase()] });
  await database.query(text("CREATE TABLE texts (text text CHECK (text <> 'secret'))"));
  const error = await rejectionOf(database.query(text("INSERT INTO texts VALUES ('secret')")));
  assert.is((error as { code?: string }).code, '23514');
  assert.not.match(JSON.stringify(error) + error.message, "secret')");
  assert.is((error as { detail?: string }).detail, undefined);
  await database.close();
});
databases('a mistake of this program is no matter of waiting', async () => {
  const server = await sharedPostgres();
  const database = new Database({ urls: [server.url('postgres')] });
  assert.is(await codeOf(database.query(text('SELECT nonsense'))), '42703');
  await database.close();
});
databases.run();

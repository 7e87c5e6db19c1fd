import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEmbeddedAttachments } from '../../../../service/backend/embedded/attachments/attachments.js';
import { systemClock } from '../../../../service/clock.js';
import { Database } from '../../../../service/backend/postgres/database/database.js';
import { openPostgres, type UploadTimes } from '../../../../service/backend/postgres/open-postgres.js';
import { startPgBouncer, type PgBouncer } from '../../../support/postgres/pgbouncer.js';
import { sharedPostgres } from '../../../support/postgres/processes.js';
import { rejectionOf } from '../../../support/rejection.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { contactLogContract, entry, summary } from '../contact-log-contract.js';

let pooler: Promise<PgBouncer> | null = null;
const sharedPooler = (): Promise<PgBouncer> => (pooler ??= sharedPostgres().then(startPgBouncer));

const folder = temporaryFolder();
const options = {
  clock: systemClock,
  logger: { warn: () => undefined, error: () => undefined },
  openAttachments: (uploads: UploadTimes) => openEmbeddedAttachments({ folder, ...uploads }),
};

/** A process that reaches a new database through the pooler, and listens at the server itself. */
async function open(url?: string) {
  const listenUrl = url ?? (await (await sharedPostgres()).createDatabase());
  const through = (await sharedPooler()).through(listenUrl);
  const backend = await openPostgres(through, { ...options, listenUrl });
  return { backend, listenUrl, through };
}

contactLogContract('PostgreSQL through PgBouncer', async () => {
  const { backend } = await open();
  return { log: backend.log, close: () => backend.close() };
});

const pooled = suite('PostgreSQL through PgBouncer in transaction mode');
pooled('several processes create the schema at once, and have their own leases', async () => {
  const server = await sharedPostgres();
  const url = await server.createDatabase();
  const opened = await Promise.all([open(url), open(url), open(url)]);
  const database = new Database({ urls: [url] });
  const rows = await database.query({ name: '', text: 'SELECT process_id FROM connect_chat.processes' });
  assert.is(rows.length, 3);
  await Promise.all(opened.map(({ backend }) => backend.close()));
  assert.equal(await database.query({ name: '', text: 'SELECT process_id FROM connect_chat.processes' }), []);
  await database.close();
});
pooled('appends of two processes, claims and hints work as without it', async () => {
  const here = await open();
  const there = await open(here.listenUrl);
  const heard = new Promise<unknown>((resolve) => {
    there.backend.bus.subscribe('contact', 'k', { receive: resolve });
  });
  for (let round = 0; round < 50; round += 1) {
    const outcomes = await Promise.all(
      [here, there].map(({ backend }) => backend.log.append('k', round, [entry('x')], summary('k'))),
    );
    assert.is(outcomes.filter(({ ok }) => ok).length, 1);
  }
  here.backend.bus.publish('contact', 'k', { type: 'typing' } as never);
  assert.equal(await heard, { type: 'typing' });
  assert.ok(await here.backend.claims.take('uploads', 1));
  assert.is(await there.backend.claims.take('uploads', 1), null);
  await Promise.all([here.backend.close(), there.backend.close()]);
});
pooled('a start that cannot listen names the setting, and not the password', async () => {
  const server = await sharedPostgres();
  const through = (await sharedPooler()).through(await server.createDatabase());
  const listenUrl = 'postgres://ada:secret@127.0.0.1:1/chat';
  const { message } = await rejectionOf(openPostgres(through, { ...options, listenUrl }));
  assert.match(message, /^The database that DATABASE_LISTEN_URL names cannot be used: nothing listens at/);
  assert.not.match(message, 'secret');
});
pooled.run();

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEmbeddedAttachments } from '../../../service/backend/embedded/attachments/attachments.js';
import { openPostgres, type UploadTimes } from '../../../service/backend/postgres/open-postgres.js';
import { move, readMoveSettings } from '../../../service/move/move.js';
import { contentTypes } from '../../../shared/content-types.js';
import {
  newToken,
  sendAsCustomer,
  startChat,
  uploadAsCustomer,
  type Chat,
} from '../../support/chats-with-files.js';
import type { AnyFrame } from '../../support/frames.js';
import { freshDatabase } from '../../support/postgres/processes.js';
import { rejectionOf } from '../../support/rejection.js';
import { createSeededRandom } from '../../support/seeded-random.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const main = fileURLToPath(new URL('../../../service/main.ts', import.meta.url));
const password = 'correct horse battery';

const alive = setInterval(() => undefined, 60_000);

/** An installation in a folder, with chats; the service that wrote it has ended. */
interface Installation {
  dataDir: string;
  chats: Chat[];
  attachmentId: string;
  transcripts: unknown[];
  widgets: unknown;
}

const transcriptsOf = (test: TestApp, chats: readonly Chat[]): Promise<unknown[]> =>
  Promise.all(
    chats.map(async ({ contactId }) =>
      (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json(),
    ),
  );

async function makeInstallation(chatCount: number): Promise<Installation> {
  const dataDir = join(temporaryFolder(), 'data');
  const test = await openTestApp({ dataDir });
  await test.createAgent('ada');
  const widgetId = await test.createWidget({ name: 'Kept' });
  await test.rest('PATCH', `/api/widgets/${widgetId}`, { name: 'Kept twice' });
  const chats = [];
  for (let index = 0; index < chatCount; index += 1) {
    const chat = await startChat(test, widgetId);
    for (const content of [`hello ${index}`, 'what is "\0"?']) {
      chat.frames.say({ type: 'message', clientToken: newToken(), contentType: 'text/plain', content });
      await chat.frames.next('ack');
    }
    chats.push(chat);
  }
  const attachmentId = await sendAsCustomer(test, chats[0]!, { name: 'note.txt', content: 'a note' });
  await uploadAsCustomer(test, chats[1]!, { content: 'never said' });
  chats[1]!.frames.say({ type: 'end' });
  while (((await chats[1]!.frames.next('item')).item as AnyFrame).contentType !== contentTypes.ended);
  const transcripts = await transcriptsOf(test, chats);
  const widgets = (await test.rest('GET', '/api/widgets')).json<unknown>();
  await test.close();
  return { dataDir, chats, attachmentId, transcripts, widgets };
}

/** The service upon the database, as a process that was started after the move. */
const serve = (url: string, folder: string): Promise<TestApp> =>
  openTestApp(
    { dataDir: folder },
    {
      openBackend: (options) =>
        openPostgres(url, {
          ...options,
          openAttachments: (uploads: UploadTimes) => openEmbeddedAttachments({ folder, ...uploads }),
        }),
    },
  );

/** Fails if anything of the installation is missing where it is served now. */
async function assertIsThere(
  test: TestApp,
  { chats, attachmentId, transcripts, widgets }: Installation,
): Promise<void> {
  assert.equal(await transcriptsOf(test, chats), transcripts);
  assert.equal((await test.rest('GET', '/api/widgets')).json(), widgets);
  const { widgetId } = chats[0]!;
  assert.equal(
    (await test.core.widgets.earlier(widgetId)).map(({ value }) => value.name),
    ['Kept'],
  );
  const file = await test.core.attachments.read(chats[0]!.contactId, attachmentId);
  assert.is(await text(file!), 'a note');
  const signIn = { username: 'ada', password };
  const signedIn = await test.inject({ method: 'POST', url: '/api/session', payload: signIn });
  assert.is(signedIn.statusCode, 204);
  const frames = await test.customer(widgetId);
  frames.say({ type: 'resume', participantToken: chats[0]!.participantToken, after: 2 });
  const resumed = await frames.next('resumed');
  assert.is(resumed.contactId, chats[0]!.contactId);
  frames.say({ type: 'message', clientToken: newToken(), contentType: 'text/plain', content: 'still here' });
  await frames.next('ack');
}

const optionsOf = (dataDir: string, databaseUrl: string, folder: string, onProgress = () => undefined) => ({
  ...{ dataDir, databaseUrl, host: process, onProgress },
  attachments: { kind: 'folder', folder } as const,
});

const moves = suite('a move to PostgreSQL');
moves.after(() => clearInterval(alive));

moves('copies everything, compares the counts, and can be repeated', async () => {
  const installation = await makeInstallation(3);
  const { dataDir } = installation;
  const [url, folder] = [await freshDatabase(), join(temporaryFolder(), 'files')];
  const printed = await move(optionsOf(dataDir, url, folder));
  assert.match(printed, /^Moved .* to the database\.\n/);
  for (const row of [
    / contacts +3 +3\n/,
    / entries +(\d+) +\1\n/,
    / widgets +2 +2\n/,
    / agents +1 +1\n/,
    / files +2 +2$/,
  ])
    assert.match(printed, row);
  assert.is(await move(optionsOf(dataDir, url, folder)), printed);
  const test = await serve(url, folder);
  await assertIsThere(test, installation);
  await test.close();
});

moves('continues after the command was killed at any moment', async () => {
  const installation = await makeInstallation(40);
  const { dataDir } = installation;
  const [url, folder] = [await freshDatabase(), join(temporaryFolder(), 'files')];
  const random = createSeededRandom(7);
  let interrupted = 0;
  for (let lines = 0; ; lines += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'move', '--to', url], {
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir },
        ATTACHMENTS_URL: `file://${folder}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    let heard = 0;
    const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), random.integer(0, 20));
    child.stdout.on('data', (data: Buffer) => void (printed += String(data)));
    child.stderr.on('data', (data: Buffer) => {
      printed += String(data);
      heard += 1;
      if (heard > lines) kill();
    });
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    if (signal === 'SIGKILL') {
      interrupted += 1;
      if (interrupted === 1) {
        const { message } = await rejectionOf(serve(url, folder));
        assert.match(message, /holds an unfinished move: repeat "connect-chat move"/);
      }
      continue;
    }
    assert.is(code, 0, printed);
    assert.match(printed, / contacts +40 +40\n/);
    break;
  }
  assert.ok(interrupted > 0);
  const test = await serve(url, folder);
  await assertIsThere(test, installation);
  await test.close();
});

moves('leaves the files where they are if no other place is named', async () => {
  const installation = await makeInstallation(2);
  const { dataDir } = installation;
  const url = await freshDatabase();
  await move({ dataDir, databaseUrl: url, attachments: null, host: process, onProgress: () => undefined });
  const test = await serve(url, join(dataDir, 'attachments'));
  await assertIsThere(test, installation);
  await test.close();
});

moves(
  'refuses a folder that is served, a database that is served, and one of another installation',
  async () => {
    const test = await openTestApp({ dataDir: join(temporaryFolder(), 'data') });
    const [url, folder] = [await freshDatabase(), temporaryFolder()];
    const refusal = async (dataDir: string): Promise<string> =>
      (await rejectionOf(move(optionsOf(dataDir, url, folder)))).message;
    assert.match(await refusal(test.dataDir), /contacts is in use by another process\.$/);
    await test.close();
    const served = await serve(url, folder);
    assert.match(await refusal(test.dataDir), /is served by a running process: stop it first/);
    await served.close();
    assert.match(await refusal(test.dataDir), /belongs to an installation already: a process has served it/);
    assert.match(await refusal(temporaryFolder()), /holds no data of Connect Chat\.$/);
  },
);

moves('refuses to continue the move of another installation, and to repeat one that is served', async () => {
  const [one, other] = [await makeInstallation(2), await makeInstallation(2)];
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  await move(optionsOf(one.dataDir, url, folder));
  const again = (dataDir: string) => rejectionOf(move(optionsOf(dataDir, url, folder)));
  assert.match((await again(other.dataDir)).message, /move of another installation/);
  await (await serve(url, folder)).close();
  assert.match((await again(one.dataDir)).message, /a process has served it/);
});

moves('names what differs, and the database is not served then', async () => {
  const { dataDir, chats } = await makeInstallation(2);
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  await move(optionsOf(dataDir, url, folder));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`INSERT INTO connect_chat.entries VALUES ('${'0'.repeat(36)}', 1, '{}')`);
  await client.end();
  const { message } = await rejectionOf(move(optionsOf(dataDir, url, folder)));
  assert.match(message, /^The copy differs from the data folder: \d+ instead of \d+ entries\.$/);
  assert.match((await rejectionOf(serve(url, folder))).message, /holds an unfinished move/);
  assert.is(chats.length, 2);
});

moves('names damaged files, and leaves them out', async () => {
  const { dataDir, chats, attachmentId } = await makeInstallation(2);
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  const { contactId } = chats[0]!;
  await truncate(join(dataDir, 'attachments', contactId, attachmentId), 2);
  const printed = await move(optionsOf(dataDir, url, folder));
  assert.ok(printed.includes(`Damaged, and left out: ${contactId}/${attachmentId}.`), printed);
  assert.not.ok(existsSync(join(folder, contactId, `${attachmentId}.json`)));
});

moves('reads its settings, and names a malformed one without its password', () => {
  const read = (to: string | null, environment = {}) =>
    readMoveSettings({ DATA_DIR: '/data', ...environment }, to);
  assert.equal(read('postgres://db/chat'), {
    dataDir: '/data',
    databaseUrl: 'postgres://db/chat',
    attachments: null,
  });
  assert.is(read(null, { DATABASE_URL: 'postgres://db/chat' }).databaseUrl, 'postgres://db/chat');
  assert.throws(() => read(null), /^no database is named: say connect-chat move --to postgres/);
  assert.throws(
    () => read('mysql://me:secret@db/chat'),
    (error: Error) => /^--to is malformed: /.test(error.message) && !error.message.includes('secret'),
  );
});
moves.run();

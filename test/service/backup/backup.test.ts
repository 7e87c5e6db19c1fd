import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { backup } from '../../../service/backup/commands.js';
import { restoreBackup } from '../../../service/backup/restore-backup.js';
import {
  filesOf,
  newToken,
  sendAsCustomer,
  startChat,
  uploadAsCustomer,
  type Chat,
} from '../../support/chats-with-files.js';
import { rejectionOf } from '../../support/rejection.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const neverAborted = new AbortController().signal;

const backups = suite<{ test: TestApp; chat: Chat; folder: string }>('a backup');
backups.before.each(async (context) => {
  context.test = await openTestApp();
  context.chat = await startChat(context.test, await context.test.createWidget({ name: 'Kept' }));
  context.folder = join(temporaryFolder(), 'backup');
  await say(context.chat, 'hello');
});
backups.after.each(({ test }) => test.close());

async function say({ frames }: Chat, content: string): Promise<void> {
  frames.say({ type: 'message', clientToken: newToken(), contentType: 'text/plain', content });
  await frames.next('ack');
}
const transcript = async (test: TestApp, { contactId }: Chat): Promise<unknown[]> =>
  (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json<{ items: unknown[] }>().items;

async function restored(folder: string): Promise<TestApp> {
  const dataDir = join(temporaryFolder(), 'data');
  await restoreBackup({ dataDir, folder });
  return openTestApp({ dataDir });
}

backups('contains everything of its moment, and nothing later', async ({ test, chat, folder }) => {
  await test.createAgent('ada');
  const attachmentId = await sendAsCustomer(test, chat, { name: 'note.txt', content: 'a note' });
  await uploadAsCustomer(test, chat, { content: 'never said' });
  const before = await transcript(test, chat);
  const manifest = await test.backUp(folder, neverAborted);
  await say(chat, 'too late');
  assert.equal([manifest.contacts, manifest.attachments], [1, 1]);

  const again = await restored(folder);
  assert.equal(await transcript(again, chat), before);
  const widgets = async (each: TestApp) => (await each.rest('GET', '/api/widgets')).json<unknown>();
  assert.equal(await widgets(again), await widgets(test));
  const attachment = await again.core.attachments.read(chat.contactId, attachmentId);
  assert.is(await text(attachment!), 'a note');
  assert.is(filesOf(again).length, 2, 'contains no files that were never posted');
  const signIn = { username: 'ada', password: 'correct horse battery' };
  const response = await again.inject({ method: 'POST', url: '/api/session', payload: signIn });
  assert.is(response.statusCode, 204);
  const frames = await again.customer(chat.widgetId);
  frames.say({ type: 'resume', participantToken: chat.participantToken, after: 0 });
  assert.is((await frames.next('resumed')).contactId, chat.contactId);
  await again.close();
});

backups('can be checked with sha256sum, and only its owner can read it', async ({ test, folder }) => {
  await test.backUp(folder, neverAborted);
  execFileSync('sha256sum', ['--quiet', '-c', 'checksums.sha256'], { cwd: folder });
  const modes = execFileSync('find', ['.', '-type', 'f', '-perm', '/077'], { cwd: folder });
  assert.is(String(modes), '');
});

backups('can be made while the service is stopped', async ({ test, chat, folder }) => {
  const before = await transcript(test, chat);
  const { dataDir } = test;
  await test.app.close();
  assert.match(
    await backup({ dataDir, folder, host: process }),
    /^Backed up 1 contacts and 0 attachments \(0\.0 MB\) to /,
  );
  const again = await restored(folder);
  assert.equal(await transcript(again, chat), before);
  await again.close();
});

backups('goes to a new or empty folder outside of the data folder', async ({ test, folder }) => {
  await mkdir(folder);
  await test.backUp(folder, neverAborted);
  for (const [where, says] of [
    [folder, 'is not empty'],
    [join(test.dataDir, 'backup'), 'is in the data folder itself'],
    [test.dataDir, 'is in the data folder itself'],
  ] as const) {
    const { message } = await rejectionOf(test.backUp(where, neverAborted));
    assert.is(message, `${where} ${says}.`);
  }
});

backups('that is cancelled leaves nothing behind', async ({ test, folder }) => {
  await rejectionOf(test.backUp(folder, AbortSignal.abort()));
  assert.equal(await readdir(folder), []);
});

for (const [what, change, says] of [
  ['is not finished', (folder: string) => rm(join(folder, 'manifest.json')), 'contains no finished backup'],
  [
    'is of a later format',
    (folder: string) => writeFile(join(folder, 'manifest.json'), '{"product":"connect-chat","format":2}'),
    'is a backup of format 2, and this version reads format 1',
  ],
  [
    'has an added contact',
    (folder: string) => appendFile(join(folder, 'contacts.lines'), 'a\tb\n'),
    'contacts.lines is not as it was written',
  ],
  ['lacks a file', (folder: string) => rm(join(folder, 'data/widgets.json')), 'widgets.json is missing'],
  [
    'has an altered list of checksums',
    (folder: string) => appendFile(join(folder, 'checksums.sha256'), `${'0'.repeat(64)}  data/../../x\n`),
    'checksums.sha256 is not as it was written',
  ],
] as const)
  backups(`that ${what} is refused before anything is written`, async ({ test, folder }) => {
    await test.backUp(folder, neverAborted);
    await change(folder);
    const dataDir = join(temporaryFolder(), 'data');
    const { message } = await rejectionOf(restoreBackup({ dataDir, folder }));
    assert.ok(message.includes(says), message);
    await rejectionOf(readdir(dataDir));
  });

backups('is restored to an empty folder only', async ({ test, folder }) => {
  await test.backUp(folder, neverAborted);
  const dataDir = temporaryFolder();
  await writeFile(join(dataDir, 'notes.txt'), 'mine');
  const { message } = await rejectionOf(restoreBackup({ dataDir, folder }));
  assert.is(message, `${dataDir} is not empty: a backup is restored into an empty folder.`);
  assert.equal(await readdir(dataDir), ['notes.txt']);
});

backups('that was not completely restored is not served', async ({ test, folder }) => {
  await test.backUp(folder, neverAborted);
  const dataDir = join(temporaryFolder(), 'data');
  await restoreBackup({ dataDir, folder });
  await writeFile(join(dataDir, 'restore-unfinished'), '');
  const { message } = await rejectionOf(openTestApp({ dataDir }));
  assert.is(message, `${dataDir} was not restored to its end. Empty it, and restore again.`);
  assert.ok(await readFile(join(dataDir, 'widgets.json')));
});
backups.run();

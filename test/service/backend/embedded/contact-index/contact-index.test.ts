import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { EmbeddedContactIndex } from '../../../../../service/backend/embedded/contact-index/contact-index.js';
import { openEmbeddedContactLog } from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { contactIndexContract, follow, message } from '../../contact-index-contract.js';
import { summary } from '../../contact-log-contract.js';

contactIndexContract('embedded', async () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'index');
  const log = await openEmbeddedContactLog({ folder: join(parent, 'contacts') });
  const index = new EmbeddedContactIndex({ folder, log, epoch: 'e' });
  return { log, index, close: () => index.close().then(() => log.close()) };
});

const embedded = suite('the embedded contact index');
async function open(parent: string, epoch = 'e') {
  const log = await openEmbeddedContactLog({ folder: join(parent, 'contacts') });
  const folder = join(parent, 'index');
  const index = new EmbeddedContactIndex({ folder, log, epoch });
  return { folder, log, index, close: () => index.close().then(() => log.close()) };
}
const search = async ({ index }: Awaited<ReturnType<typeof open>>, text: string): Promise<string[]> =>
  (await index.search({ text, limit: 10 })).found.map(({ contactId }) => contactId).sort();

embedded('continues where it stopped: it reads what has changed since, and nothing else', async () => {
  const parent = temporaryFolder();
  let opened = await open(parent);
  for (const id of ['a', 'b', 'gone'])
    await opened.log.append(id, 0, [message('before')], summary(id, { state: 'ENDED', endedAt: 2 }));
  await opened.log.append('active', 0, [message('before')], summary('active'));
  await follow(opened.index, opened.log);
  // None of this reaches the index before the stop.
  await opened.log.append('a', 1, [message('later')], summary('a', { state: 'ENDED', endedAt: 2 }));
  await opened.log.append('active', 1, [message('later')]);
  await opened.log.erase('gone');
  await opened.close();

  opened = await open(parent);
  const work = await opened.index.work(true);
  assert.equal(work.contacts.map(({ contactId }) => contactId).sort(), ['a', 'active', 'gone']);
  await follow(opened.index, opened.log);
  assert.equal(await search(opened, 'later'), ['a', 'active']);
  assert.equal(await search(opened, 'before'), ['a', 'active', 'b']);
  await opened.close();

  opened = await open(parent);
  const rest = await opened.index.work(false);
  assert.equal(rest.contacts, [], 'notes of what is indexed are of no effect');
  await opened.close();
});
embedded('is filled again if it belongs to another history of the log', async () => {
  const parent = temporaryFolder();
  let opened = await open(parent);
  await opened.log.append('a', 0, [message('x')], summary('a'));
  await follow(opened.index, opened.log);
  await opened.close();
  opened = await open(parent, 'another');
  assert.is((await opened.index.status()).isComplete, false);
  await follow(opened.index, opened.log);
  assert.equal(await search(opened, 'x'), ['a']);
  await opened.close();
});
for (const [what, content] of [
  ['no database', Buffer.from('not a database, but long enough to be taken for one '.repeat(100))],
  ['empty', Buffer.alloc(0)],
] as const)
  embedded(`is filled again if its file is ${what}`, async () => {
    const parent = temporaryFolder();
    let opened = await open(parent);
    await opened.log.append('a', 0, [message('x')], summary('a'));
    await follow(opened.index, opened.log);
    await opened.close();
    await writeFile(join(opened.folder, 'contacts.sqlite'), content);
    opened = await open(parent);
    await follow(opened.index, opened.log);
    assert.equal(await search(opened, 'x'), ['a']);
    await opened.close();
  });
embedded('is dropped when a damaged page is found', async () => {
  const parent = temporaryFolder();
  let opened = await open(parent);
  for (let number = 0; number < 150; number += 1)
    await opened.log.append(`k${number}`, 0, [message(`word${number} common`)], summary(`k${number}`));
  await follow(opened.index, opened.log);
  await opened.close();
  const file = join(opened.folder, 'contacts.sqlite');
  const bytes = await readFile(file);
  bytes.fill(0xa5, 4096);
  await writeFile(file, bytes);
  opened = await open(parent);
  await rejectionOf(search(opened, 'common').then((found) => assert.unreachable(String(found.length))));
  await follow(opened.index, opened.log);
  assert.is(await opened.index.count({ text: 'common', limit: 1 }, 1_000), 150);
  await opened.close();
});
embedded('keeps nothing of an erased contact in its files', async () => {
  const opened = await open(temporaryFolder());
  const word = (number: number): string =>
    `w${(number * 7919 + 104_729).toString(36)}x${number.toString(36)}q`;
  for (let number = 0; number < 300; number += 1)
    await opened.log.append(`k${number}`, 0, [message(`${word(number)} hello`)], summary(`k${number}`));
  await follow(opened.index, opened.log);
  const isIn = async (text: string): Promise<boolean> => {
    for (const name of await readdir(opened.folder))
      if ((await readFile(join(opened.folder, name))).includes(text)) return true;
    return false;
  };
  assert.ok(await isIn(word(77)));
  await opened.log.erase('k77');
  await follow(opened.index, opened.log);
  assert.not(await isIn(word(77)));
  assert.ok(await isIn(word(78)));
  assert.equal(await search(opened, word(78)), ['k78']);
  await opened.close();
});
embedded('creates its folder for its owner only', async () => {
  const opened = await open(temporaryFolder());
  assert.not(existsSync(opened.folder));
  await opened.index.status();
  assert.ok(existsSync(opened.folder));
  await opened.close();
});
embedded.run();

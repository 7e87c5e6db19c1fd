import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { checkJournal } from '../../../../../service/backend/embedded/leveldb/check-journal.js';
import { findTableDamage } from '../../../../../service/backend/embedded/leveldb/check-table.js';
import { crc32c } from '../../../../../service/backend/embedded/leveldb/crc32c.js';
import { openEmbeddedContactLog } from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { entry, summary } from '../../contact-log-contract.js';

/** A closed database with 200 commits, which is more than a block of the journal. */
async function filled(): Promise<string> {
  const folder = join(temporaryFolder(), 'contacts');
  const log = await openEmbeddedContactLog({ folder });
  for (let seq = 0; seq < 200; seq += 1)
    await log.append('k', seq, [entry('x'.repeat(300))], seq === 0 ? summary('k') : undefined);
  await log.close();
  return folder;
}
const fileIn = async (folder: string, kind: string): Promise<string> =>
  join(
    folder,
    (await readdir(folder)).find((name) => name.endsWith(kind) || name.startsWith(kind))!,
  );

/** The path of a database's table: opening it again converts the journal to one. */
async function withTable(folder: string): Promise<string> {
  await (await openEmbeddedContactLog({ folder })).close();
  return fileIn(folder, '.ldb');
}

/** The content of all files in a folder, except LevelDB's own log and lock file. */
async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !/^LO(CK|G)/.test(name)).sort();
  const read = names.map(async (name) => [name, (await readFile(join(folder, name))).toString('latin1')]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
}

async function spoil(file: string, from: number, to: number): Promise<void> {
  const bytes = await readFile(file);
  for (let at = from; at < to; at += 1) bytes[at]! ^= 0xff;
  await writeFile(file, bytes);
}

const damages = suite('a damaged database');
for (const [what, damage, says] of [
  ['has lost its CURRENT', (folder: string) => rm(join(folder, 'CURRENT')), /its file CURRENT is missing/],
  [
    'has a hole in its journal',
    async (folder: string) => spoil(await fileIn(folder, '.log'), 40_000, 40_010),
    /\d+\.log can't be read at byte \d+/,
  ],
  [
    'has lost its list of files',
    async (folder: string) => {
      const name = (await readdir(folder)).find((each) => each.startsWith('MANIFEST'))!;
      await rm(join(folder, name));
    },
    /MANIFEST/,
  ],
  [
    'has lost its journal',
    async (folder: string) => rm(await fileIn(folder, '.log')),
    /its file \d+\.log is missing/,
  ],
  ['has lost a table', async (folder: string) => rm(await withTable(folder)), /its file \d+\.ldb is missing/],
  [
    'has a truncated table',
    async (folder: string) => truncate(await withTable(folder), 1_000),
    /\d+\.ldb has 1000 bytes instead of \d+/,
  ],
  [
    'has an empty list of files',
    async (folder: string) => truncate(await fileIn(folder, 'MANIFEST'), 0),
    /MANIFEST-\d+ is empty/,
  ],
  [
    'has an invalid list of files',
    (folder: string) => writeFile(join(folder, 'CURRENT'), 'nonsense'),
    /CURRENT/,
  ],
] as const)
  damages(`that ${what} is refused with its path, and not changed`, async () => {
    const folder = await filled();
    await damage(folder);
    const before = await contentOf(folder);
    const { message } = await rejectionOf(openEmbeddedContactLog({ folder }));
    assert.ok(message.startsWith(`${folder} `), message);
    assert.match(message, says);
    assert.equal(await contentOf(folder), before);
  });
damages('that can be opened is named when the damaged part is read', async () => {
  const folder = await filled();
  await (await openEmbeddedContactLog({ folder })).close();
  const table = await fileIn(folder, '.ldb');
  await spoil(table, 500, 800);
  const log = await openEmbeddedContactLog({ folder });
  const { code, cause } = await rejectionOf(log.read('k', 0, 500));
  assert.is(code, 'CONTACT_DAMAGED');
  const { message } = cause as Error;
  assert.ok(message.startsWith(`${folder} is damaged: contact k: `), message);
  await log.close();
});
damages('is not assumed if a crash cut off the last batch, which was never acknowledged', async () => {
  const folder = await filled();
  const journal = await fileIn(folder, '.log');
  const { length } = await readFile(journal);
  await truncate(journal, length - 100);
  const log = await openEmbeddedContactLog({ folder });
  assert.is((await log.read('k', 0, 500)).length, 199);
  await log.close();
});
damages('with fewer commits than there were is refused by their number', async () => {
  const folder = await filled();
  const log = await openEmbeddedContactLog({ folder });
  const { commits } = log;
  assert.ok(commits >= 200);
  await log.close();
  const { message } = await rejectionOf(openEmbeddedContactLog({ folder, commitsAtLeast: commits + 1 }));
  const says = `it ends at commit ${commits}, and had ${commits + 1}`;
  assert.is(message, `${folder} is damaged: ${says}. Restore it from a backup.`);
  await (await openEmbeddedContactLog({ folder, commitsAtLeast: commits })).close();
});
damages.run();

const tables = suite('findTableDamage');
tables('finds nothing in a table as LevelDB wrote it', async () => {
  assert.is(await findTableDamage(await withTable(await filled())), null);
});
tables('finds any flipped bit that LevelDB reads', async () => {
  const table = await withTable(await filled());
  const bytes = await readFile(table);
  // The padding in the footer, between its two handles and the magic number, is never read.
  const padding = { from: bytes.length - 40, to: bytes.length - 8 };
  for (let at = 0; at < bytes.length; at += 101) {
    if (at >= padding.from && at < padding.to) continue;
    const spoiled = Buffer.from(bytes);
    spoiled[at]! ^= 1 << (at % 8);
    await writeFile(table, spoiled);
    assert.ok(await findTableDamage(table), `byte ${at} of ${bytes.length}`);
  }
});
tables.run();

const journals = suite('checkJournal');
journals('accepts a journal that is empty, complete, torn, or ends in zeros', async () => {
  const journal = await readFile(await fileIn(await filled(), '.log'));
  assert.is(checkJournal(Buffer.alloc(0)), null);
  assert.is(checkJournal(journal), null);
  assert.is(checkJournal(Buffer.concat([journal, Buffer.alloc(100_000)])), null);
  for (let length = journal.length - 1; length > journal.length - 400; length -= 7)
    assert.is(checkJournal(journal.subarray(0, length)), null, `cut at ${length}`);
});
journals('finds any damage before the last batch', async () => {
  const journal = await readFile(await fileIn(await filled(), '.log'));
  for (let at = 0; at < journal.length - 1_000; at += 991) {
    const spoiled = Buffer.from(journal);
    spoiled[at]! ^= 0x01;
    const damage = checkJournal(spoiled);
    assert.ok(damage !== null && damage.at <= at && at - damage.at < 1_000, `byte ${at}: ${damage?.at}`);
  }
});
journals('uses the checksum that the standard defines', () => {
  // RFC 3720, appendix B.4: 32 bytes of zeros.
  assert.is(crc32c(Buffer.alloc(32)), 0x8a9136aa);
});
journals.run();

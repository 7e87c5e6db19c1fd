import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { check, CheckFailed } from '../../../service/backup/commands.js';
import { openControlSocket } from '../../../service/backup/control-socket.js';
import type { Progress } from '../../../service/backup/progress.js';
import { createOriginal, type Original } from '../../faults/damage-run.js';
import { rejectionOf } from '../../support/rejection.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { openTestApp } from '../../support/test-app.js';

const made = (): Promise<Original> => createOriginal(join(temporaryFolder(), 'data'), 20, 5);
const host = process;

/** The lines of a failed check. */
async function problemsOf(dataDir: string): Promise<string[]> {
  const error = await rejectionOf(check({ dataDir, folder: null, host }));
  assert.instance(error, CheckFailed);
  return error.message.split('\n').slice(1);
}
async function changeDatabase(dataDir: string, change: (db: ClassicLevel) => Promise<void>): Promise<void> {
  const db = new ClassicLevel(join(dataDir, 'contacts'));
  await db.open();
  await change(db);
  await db.close();
}
const spoil = async (file: string, at: number): Promise<void> => {
  const bytes = await readFile(file);
  bytes[at]! ^= 1;
  await writeFile(file, bytes);
};

const checks = suite('check');
checks('reports the checked amounts if everything is intact', async () => {
  const { dataDir } = await made();
  const seen: Progress[] = [];
  const said = await check({ dataDir, folder: null, host, onProgress: (each) => seen.push(each) });
  assert.match(said, /^Checked \d+ records of 20 contacts, and 0 attachments in /);
  assert.ok(seen.some(({ what, done }) => what === 'records' && done > 100));
  assert.ok(seen.some(({ what, done, of }) => what === 'tables' && done === of));
});
checks('names every contact with altered or missing records', async () => {
  const { dataDir, entries } = await made();
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = entries.map(([id]) => id);
  const key = (contactId: string, seq: number): string => `e!${contactId}!${String(seq).padStart(10, '0')}`;
  await changeDatabase(dataDir, async (db) => {
    await db.put(key(first, 2), (await db.get(key(first, 2)))!.replace('says', 'sAys'));
    await db.del(key(second, 5));
    await db.del(`s!${third}`);
    await db.del(`t!${'3'.padStart(15, '0')}!${fourth}`);
    await db.del(`h!${fifth}`);
  });
  assert.equal(await problemsOf(dataDir), [
    `  contact ${first}: entry 2 is missing or altered`,
    `  contact ${second}: entries 5 to 5 are missing`,
    `  contact ${third}: its summary is missing`,
    `  contact ${fifth}: its mark is missing`,
    `  contact ${fourth}: the record that lists it is missing`,
  ]);
});
checks(
  'names damaged tables, damaged configuration files, and what the inventory lists but is missing',
  async () => {
    const { dataDir } = await made();
    const names = await readdir(join(dataDir, 'contacts'));
    const table = join(
      dataDir,
      'contacts',
      names.find((name) => name.endsWith('.ldb'))!,
    );
    await spoil(table, 300);
    await truncate(join(dataDir, 'queues.json'), 30);
    await rm(join(dataDir, 'flows.json'));
    const problems = (await problemsOf(dataDir)).join('\n');
    for (const part of [
      `${table} is damaged: the block at byte 0`,
      'queues.json is not JSON',
      'flows.json is missing',
    ])
      assert.ok(problems.includes(part), `${part}: ${problems}`);
  },
);
checks('runs in the service if one runs, with its progress', async () => {
  const { dataDir } = await made();
  const test = await openTestApp({ dataDir });
  const control = await openControlSocket({
    dataDir,
    backUp: test.backUp,
    check: test.check,
    host,
  });
  const seen: Progress[] = [];
  const said = await check({ dataDir, folder: null, host, onProgress: (each) => seen.push(each) });
  assert.match(said, /everything is as it was written/);
  assert.ok(seen.length > 0);
  await control.close();
  await test.close();
});
checks('verifies a backup, and names the file that was altered', async () => {
  const { dataDir } = await made();
  const test = await openTestApp({ dataDir });
  const folder = join(temporaryFolder(), 'backup');
  await test.backUp(folder, new AbortController().signal);
  await test.close();
  assert.match(await check({ dataDir, folder, host }), /everything is as it was written/);
  await spoil(join(folder, 'contacts.lines'), 500);
  const { message } = await rejectionOf(check({ dataDir, folder, host }));
  assert.ok(message.includes(`${join(folder, 'contacts.lines')} is not as it was written`), message);
});
checks.run();

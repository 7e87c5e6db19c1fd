import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  openEmbeddedContactLog,
  type EmbeddedContactLog,
} from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { entry, summary } from '../../contact-log-contract.js';

const entryKey = (seq: number): string => `e!k!${String(seq).padStart(10, '0')}`;

/**
 * A closed database with `other` and with the contact `k` of five entries, in which the test has changed
 * something.
 */
async function changed(change: (db: ClassicLevel) => Promise<void>): Promise<string> {
  const folder = join(temporaryFolder(), 'contacts');
  const log = await openEmbeddedContactLog({ folder });
  await log.append('other', 0, [entry('a')], summary('other', { startedAt: 2_000 }));
  await log.append('k', 0, [entry('a')], summary('k'));
  for (let seq = 1; seq < 5; seq += 1) await log.append('k', seq, [entry('b')]);
  await log.close();
  const db = new ClassicLevel(folder);
  await db.open();
  await change(db);
  await db.close();
  return folder;
}

async function opened(folder: string): Promise<{ log: EmbeddedContactLog; told: string[] }> {
  const told: string[] = [];
  const log = await openEmbeddedContactLog({ folder });
  log.onDamage((contactId, { message }) => told.push(`${contactId}: ${message}`));
  return { log, told };
}

const alter =
  (key: string) =>
  async (db: ClassicLevel): Promise<void> => {
    const value = (await db.get(key))!;
    await db.put(key, value.replace(/"(b|Cleo)"/, '"x"').replace(/^5#/, '3#'));
  };
const remove = (key: string) => (db: ClassicLevel) => db.del(key);
const move = (from: string, to: string) => async (db: ClassicLevel) => {
  await db.put(to, (await db.get(from))!);
  await db.del(from);
};

const damages = suite('a damaged contact');
for (const [what, change, says] of [
  ['has an altered entry', alter(entryKey(3)), 'entry 3 is missing or altered'],
  ['has lost an entry in the middle', remove(entryKey(3)), 'entry 3 is missing or altered'],
  ['has lost its first entry', remove(entryKey(1)), 'entry 1 is missing or altered'],
  ['has lost its last entry', remove(entryKey(5)), 'entries 5 to 5 are missing'],
  ['has an entry under another key', move(entryKey(2), entryKey(3)), 'entry 3 is missing or altered'],
  ['has an altered mark', alter('h!k'), 'its mark is altered'],
  ['has lost its mark', remove('h!k'), 'its mark is missing'],
] as const)
  damages(`that ${what} returns nothing, is reported once, and doesn't affect others`, async () => {
    const folder = await changed(change);
    const { log, told } = await opened(folder);
    for (let reader = 0; reader < 2; reader += 1)
      assert.is((await rejectionOf(log.read('k', 0, 100))).code, 'CONTACT_DAMAGED');
    assert.is(told.length, 1);
    assert.ok(told[0]!.startsWith(`k: ${folder} is damaged: contact k: ${says}`), told[0]);
    assert.is((await log.read('other', 0, 10)).length, 1);
    assert.ok((await log.append('other', 1, [entry('b')])).ok);
    await log.close();
  });
damages('that has lost its last entry accepts no new one in its place', async () => {
  const { log } = await opened(await changed(remove(entryKey(5))));
  assert.is((await rejectionOf(log.append('k', 4, [entry('c')]))).code, 'CONTACT_DAMAGED');
  await log.close();
});
for (const [what, change] of [
  ['altered', alter('s!k')],
  ['missing', remove('s!k')],
] as const)
  damages(`whose summary is ${what} is listed as damaged beside the others`, async () => {
    const { log } = await opened(await changed(change));
    for (const page of [
      await log.list({ limit: 9 }),
      await log.list({ limit: 9, state: 'ACTIVE' }),
      await log.active(),
    ])
      assert.equal([page.contacts.map(({ contactId }) => contactId), page.damaged], [['other'], ['k']]);
    assert.is((await rejectionOf(log.summary('k'))).code, 'CONTACT_DAMAGED');
    await log.close();
  });
damages('can be erased, whatever is damaged', async () => {
  for (const change of [alter(entryKey(3)), alter('s!k'), remove('h!k')]) {
    const { log } = await opened(await changed(change));
    await log.erase('k');
    assert.equal(await log.read('k', 0, 100), []);
    assert.is(await log.summary('k'), null);
    assert.equal(
      (await log.list({ limit: 9 })).contacts.map(({ contactId }) => contactId),
      ['other'],
    );
    await log.close();
  }
});
damages('is detected if its end is lost after a crash that came before its mark', async () => {
  const running = join(temporaryFolder(), 'contacts');
  const log = await openEmbeddedContactLog({ folder: running });
  await log.append('k', 0, [entry('a')], summary('k'));
  await log.append('k', 1, [entry('b')]);
  // The state that a kill would leave at this moment.
  const folder = join(temporaryFolder(), 'contacts');
  await cp(running, folder, { recursive: true });
  await log.close();
  await (await openEmbeddedContactLog({ folder })).close();
  const db = new ClassicLevel(folder);
  await db.open();
  await db.del(entryKey(2));
  await db.close();
  const after = await openEmbeddedContactLog({ folder });
  assert.is((await rejectionOf(after.read('k', 0, 9))).code, 'CONTACT_DAMAGED');
  await after.close();
});
damages.run();

const older = suite('a contact of a release without seals');
older('is read, listed and continued', async () => {
  const folder = join(temporaryFolder(), 'contacts');
  const db = new ClassicLevel(folder);
  await db.open();
  const summaryOfOld = summary('k');
  await db.batch([
    { type: 'put', key: entryKey(1), value: JSON.stringify({ seq: 1, ...entry('a') }) },
    { type: 'put', key: entryKey(2), value: JSON.stringify({ seq: 2, ...entry('b') }) },
    { type: 'put', key: 's!k', value: JSON.stringify(summaryOfOld) },
    { type: 'put', key: 't!000000000001000!k', value: '' },
    { type: 'put', key: 'a!k', value: '' },
  ]);
  await db.close();
  const { log, told } = await opened(folder);
  assert.equal((await log.active()).contacts, [summaryOfOld]);
  assert.equal((await log.list({ limit: 1 })).contacts, [summaryOfOld]);
  assert.ok((await log.append('k', 2, [entry('c')], summary('k'))).ok);
  await log.close();
  const again = await opened(folder);
  assert.is((await again.log.read('k', 0, 9)).length, 3);
  await again.log.close();
  assert.equal(told, []);
});
older('is still checked for gaps', async () => {
  const folder = join(temporaryFolder(), 'contacts');
  const db = new ClassicLevel(folder);
  await db.open();
  for (const seq of [1, 3]) await db.put(entryKey(seq), JSON.stringify({ seq, ...entry('a') }));
  await db.close();
  const { log } = await opened(folder);
  assert.is((await rejectionOf(log.read('k', 0, 9))).code, 'CONTACT_DAMAGED');
  await log.close();
});
older.run();

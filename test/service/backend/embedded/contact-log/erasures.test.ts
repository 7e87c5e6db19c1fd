import { randomBytes, randomUUID } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { EmbeddedContactLog } from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { openEmbeddedContactLog } from '../../../../../service/backend/embedded/contact-log/contact-log.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { entry, summary } from '../../contact-log-contract.js';

/** Longer than a busy machine needs. */
const waitAtMost = 20_000;

/** Letters that occur nowhere else, so that Snappy finds no repetition and stores them unchanged. */
const unique = (): string => randomBytes(9).toString('base64url');

/** The files in a folder that contain this text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const names = await readdir(folder);
  const found: string[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(text)) found.push(name);
  }
  return found;
}

/** Repeats the search, because one may miss a text that LevelDB is moving to another file. */
async function present(folder: string, text: string): Promise<void> {
  const from = performance.now();
  while ((await filesWith(folder, text)).length === 0) {
    assert.ok(performance.now() - from < waitAtMost, `${text} is in no file`);
    await sleep(20);
  }
}

async function gone(folder: string, text: string): Promise<void> {
  const from = performance.now();
  for (;;) {
    const found = await filesWith(folder, text);
    if (found.length === 0) return;
    assert.ok(performance.now() - from < waitAtMost, `${text} is still in ${found.join(', ')}`);
    await sleep(20);
  }
}

const bulk = 'x'.repeat(2_000);
/** A chat with a unique second entry and a unique name of its visitor. */
async function chat(log: EmbeddedContactLog, contactId: string): Promise<{ text: string; name: string }> {
  const [text, name] = [unique(), unique()];
  const of = (state: 'ACTIVE' | 'ENDED') => summary(contactId, { state, customerName: name });
  await log.append(contactId, 0, [entry('a')], of('ACTIVE'));
  await log.append(contactId, 1, [entry(text)]);
  await log.append(contactId, 2, [entry('z')], of('ENDED'));
  return { text, name };
}

async function fill(log: EmbeddedContactLog, contacts: number): Promise<void> {
  for (let index = 0; index < contacts; index += 1) {
    const contactId = randomUUID();
    const noise = Array.from({ length: 20 }, () => entry(`${randomUUID()}${bulk}`));
    await log.append(contactId, 0, noise, summary(contactId));
  }
}

const erased = suite('an erased contact');
for (const [where, prepare] of [
  ['only in the journal', async () => undefined],
  [
    'in a table',
    async (log: EmbeddedContactLog) => {
      await log.erase(await erasable(log));
    },
  ],
  ['deep in many tables', (log: EmbeddedContactLog) => fill(log, 1_000)],
] as const)
  erased(`soon disappears from all files of the database if it was ${where}`, async () => {
    const folder = join(temporaryFolder(), 'contacts');
    const log = await openEmbeddedContactLog({ folder });
    const contactId = randomUUID();
    const { text, name } = await chat(log, contactId);
    await prepare(log);
    await present(folder, text);
    await log.erase(contactId);
    await gone(folder, text);
    await gone(folder, name);
    assert.ok((await log.append('next', 0, [entry('b')])).ok);
    await log.close();
    const after = await openEmbeddedContactLog({ folder });
    assert.equal(await filesWith(folder, text), []);
    await after.close();
  });

async function erasable(log: EmbeddedContactLog): Promise<string> {
  const other = randomUUID();
  await chat(log, other);
  return other;
}

erased('stays until a running backup has ended, and is gone after it', async () => {
  const folder = join(temporaryFolder(), 'contacts');
  const log = await openEmbeddedContactLog({ folder });
  const contactId = randomUUID();
  const { text } = await chat(log, contactId);
  const reading = log.records()[Symbol.asyncIterator]();
  await reading.next();
  await log.erase(contactId);
  await sleep(400);
  await present(folder, text);
  await reading.return!();
  await gone(folder, text);
  await log.close();
});

erased('is removed by the next start after a kill', async () => {
  const running = join(temporaryFolder(), 'contacts');
  const log = await openEmbeddedContactLog({ folder: running });
  const contactId = randomUUID();
  const { text } = await chat(log, contactId);
  await log.erase(contactId);
  // The state that a kill would leave at this moment.
  const folder = join(temporaryFolder(), 'contacts');
  await cp(running, folder, { recursive: true });
  await log.close();
  const after = await openEmbeddedContactLog({ folder });
  await gone(folder, text);
  await after.close();
});
erased.run();

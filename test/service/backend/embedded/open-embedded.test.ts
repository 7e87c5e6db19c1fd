import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEmbedded, type EmbeddedBackend } from '../../../../service/backend/embedded/open-embedded.js';
import { rejectionOf } from '../../../support/rejection.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { openTestApp } from '../../../support/test-app.js';
import { createTestClock } from '../../../support/test-clock.js';
import { configurationContract } from '../configuration-contract.js';

configurationContract('embedded', async () => {
  const dataDir = temporaryFolder();
  const clock = createTestClock();
  const logger = { warn: () => assert.unreachable(), error: () => assert.unreachable() };
  // A folder belongs to one process, so each opening closes the previous one.
  let last: EmbeddedBackend | null = null;
  return {
    async open() {
      await last?.close();
      last = await openEmbedded(dataDir, { clock, logger });
      return last.configuration;
    },
    close: async () => last?.close(),
  };
});

/** A folder with everything that a service stores. Created once; each test copies it. */
const stopped = temporaryFolder();
const stores = suite('a data folder');
stores.before(async () => {
  const test = await openTestApp({ dataDir: stopped });
  const widgetId = await test.createWidget();
  await test.rest('POST', `/api/widgets/${widgetId}/keys`);
  await test.createAgent('ada');
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: 'x'.repeat(32) });
  await frames.next('started');
  await test.close();
});

async function copy(): Promise<string> {
  const dataDir = temporaryFolder();
  await cp(stopped, dataDir, { recursive: true });
  return dataDir;
}

/** Starts and stops. */
async function start(dataDir: string): Promise<void> {
  const test = await openTestApp({ dataDir });
  await test.close();
}

/** A checksum over all files except the database, which LevelDB rewrites when it is opened. */
async function sumOf(dataDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of await readdir(dataDir, { withFileTypes: true }))
    if (entry.isFile()) hash.update(entry.name).update(await readFile(join(dataDir, entry.name)));
  return hash.digest('hex');
}

async function each(folder: string, ending: string, act: (file: string) => Promise<void>): Promise<void> {
  for (const name of await readdir(folder)) if (name.endsWith(ending)) await act(join(folder, name));
}
const gone = (path: string): Promise<void> => rm(path, { recursive: true });
const emptied = (path: string): Promise<void> => truncate(path, 0);
const cut = async (path: string): Promise<void> => truncate(path, (await readFile(path)).length >> 1);

for (const [name, what, damage] of [
  ...['widgets', 'agents', 'security-keys', 'flows', 'queues', 'instance'].flatMap(
    (each) =>
      [
        [`${each}.json`, 'is missing', gone],
        [`${each}.json`, 'is emptied', emptied],
        [`${each}.json`, 'is cut', cut],
      ] as const,
  ),
  ['inventory.json', 'is cut', cut],
  ['inventory.json', 'is emptied', emptied],
  ['attachments', 'is missing', gone],
  ['contacts', 'is missing', gone],
  ['contacts', 'is emptied', (path: string) => each(path, '', gone)],
  ['contacts', 'has lost its journal', (path: string) => each(path, '.log', gone)],
] as const)
  stores(`whose ${name} ${what} is refused with one line that names it, and not changed`, async () => {
    const dataDir = await copy();
    const path = join(dataDir, name);
    await damage(path);
    const before = await sumOf(dataDir);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { message } = await rejectionOf(start(dataDir));
      assert.ok(message.includes(path), message);
      assert.not.ok(message.includes('\n'), message);
    }
    assert.is(await sumOf(dataDir), before);
  });
for (const [what, damage] of [
  ['emptied', emptied],
  ['cut', cut],
] as const)
  stores(`whose journal is ${what} is refused by the number of commits each time`, async () => {
    const dataDir = await copy();
    await each(join(dataDir, 'contacts'), '.log', damage);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { message } = await rejectionOf(start(dataDir));
      assert.match(message, /contacts is damaged: it ends at commit \d+, and had \d+/);
    }
  });

stores('may be edited while the service is stopped', async () => {
  const dataDir = await copy();
  const path = join(dataDir, 'queues.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace('Default queue', 'First line'));
  const test = await openTestApp({ dataDir });
  assert.match((await test.rest('GET', '/api/queues')).body, /First line/);
  await test.close();
});
stores('of an older release is accepted without an inventory, and gets one', async () => {
  const dataDir = await copy();
  for (const name of ['inventory.json', 'agents.json']) await rm(join(dataDir, name));
  await start(dataDir);
  const inventory = JSON.parse(await readFile(join(dataDir, 'inventory.json'), 'utf8')) as {
    commits: number;
    parts: object;
  };
  assert.ok(inventory.commits > 0);
  assert.ok('widgets.json' in inventory.parts && !('agents.json' in inventory.parts));
  await start(dataDir);
});
stores.run();

import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { rejectionOf } from '../support/rejection.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folders = suite('a data folder');

/** The one line that a failed start prints. */
async function refusedStart(service: ServiceProcess): Promise<string> {
  const { message } = await rejectionOf(service.start());
  assert.match(message, /^ended with 1:/);
  const lines = service.output().trim().split('\n');
  assert.is(lines.length, 1, service.output());
  return lines[0]!;
}

folders('serves one process: a second one ends with one plain line, and changes nothing', async () => {
  const first = await createService();
  await first.start();
  const before = await readFile(join(first.dataDir, 'widgets.json'), 'utf8');
  const second = await createService({ DATA_DIR: first.dataDir });
  const line = await refusedStart(second);
  assert.is(
    line,
    `Connect Chat did not start: ${join(first.dataDir, 'contacts')} is in use by another process.`,
  );
  assert.is(await readFile(join(first.dataDir, 'widgets.json'), 'utf8'), before);
  assert.is((await fetch(`${first.url}/healthz`)).status, 200);
  await first.stop('SIGKILL');
});

folders('is free after a kill -9', async () => {
  const first = await createService();
  await first.start();
  await first.stop('SIGKILL');
  const second = await createService({ DATA_DIR: first.dataDir });
  await second.start();
  await second.stop('SIGKILL');
});

for (const [what, damage, name] of [
  ['database has lost its CURRENT', (path: string) => rm(path), 'contacts/CURRENT'],
  ['agents are not JSON', (path: string) => writeFile(path, '{"a":'), 'agents.json'],
  ['queues file is empty', (path: string) => writeFile(path, ''), 'queues.json'],
  ['flows are invalid', (path: string) => writeFile(path, '{"default":{"version":0}}'), 'flows.json'],
] as const)
  folders(`whose ${what} is named by its path, and not overwritten`, async () => {
    const service = await createService();
    await service.start();
    await service.rest('POST', '/api/agents', {
      username: 'ada',
      displayName: 'Ada',
      password: 'correct horse battery',
    });
    await service.stop('SIGTERM');
    const path = join(service.dataDir, name);
    await damage(path);
    const content = await readFile(path).catch(() => null);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const line = await refusedStart(service);
      assert.ok(line.includes(join(service.dataDir, name.split('/')[0]!)), line);
    }
    assert.equal(await readFile(path).catch(() => null), content);
  });
folders('is accessible only to its owner, whatever modes it had and the shell sets', async () => {
  const dataDir = temporaryFolder();
  const before = process.umask(0);
  try {
    await chmod(dataDir, 0o755);
    const service = await createService({ DATA_DIR: dataDir });
    await service.start();
    await service.stop('SIGTERM');
    await chmod(join(dataDir, 'contacts'), 0o755);
    for (const name of await readdir(join(dataDir, 'contacts')))
      await chmod(join(dataDir, 'contacts', name), 0o644);
    await mkdir(join(dataDir, 'attachments', 'of-a-contact'), { mode: 0o755 });
    await writeFile(join(dataDir, 'attachments', 'of-a-contact', 'file'), '', { mode: 0o644 });
    await chmod(dataDir, 0o755);
    await service.start();
    assert.equal(await openTo(dataDir), []);
    await service.stop('SIGTERM');
    assert.equal(await openTo(dataDir), []);
  } finally {
    process.umask(before);
  }
});

/** Everything in a folder that other users may access. */
async function openTo(folder: string): Promise<string[]> {
  const paths = [folder, ...(await readdir(folder, { recursive: true })).map((name) => join(folder, name))];
  // A running service replaces files meanwhile.
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  const modes = found.map((stats) => (stats?.mode ?? 0) & 0o077);
  return paths.filter((_, index) => modes[index] !== 0);
}

folders.run();

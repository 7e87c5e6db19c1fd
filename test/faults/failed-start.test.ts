import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { freePort } from '../support/free-port.js';
import { rejectionOf } from '../support/rejection.js';
import { createService } from '../support/service-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const starts = suite('a start');

/** The one line that a failed start prints. */
async function refusedStart(environment: Record<string, string>): Promise<string> {
  const service = await createService(environment);
  const { message } = await rejectionOf(service.start());
  assert.match(message, /^ended with 1:/);
  const lines = service.output().trim().split('\n');
  assert.is(lines.length, 1, service.output());
  assert.match(lines[0]!, /^Connect Chat did not start: /);
  assert.not.match(lines[0]!, /\bE[A-Z]{4,}\b|\bat \w+ \(/);
  return lines[0]!;
}

starts('fails in one line with a file in place of the data folder', async () => {
  const file = join(temporaryFolder(), 'data');
  await writeFile(file, 'x');
  assert.match(await refusedStart({ DATA_DIR: file }), `${file} is a file, where a folder is needed`);
});
starts('fails in one line with a data folder below a file', async () => {
  const file = join(temporaryFolder(), 'file');
  await writeFile(file, 'x');
  assert.match(await refusedStart({ DATA_DIR: join(file, 'data') }), join(file, 'data'));
});
starts('fails in one line with a malformed or unreachable database', async () => {
  assert.match(
    await refusedStart({ DATABASE_URL: 'mysql://ada:secret@db/chat' }),
    'DATABASE_URL is malformed',
  );
  const nobody = `postgres://ada:secret@127.0.0.1:${await freePort()}/chat`;
  const line = await refusedStart({ DATABASE_URL: nobody });
  assert.match(
    line,
    'The database that DATABASE_URL names cannot be used: nothing listens at 127.0.0.1, port',
  );
  assert.not.match(line, 'secret');
});
starts('fails in one line with a link that leads nowhere', async () => {
  const link = join(temporaryFolder(), 'data');
  await symlink(join(temporaryFolder(), 'nowhere'), link);
  assert.match(await refusedStart({ DATA_DIR: link }), link);
});
if (existsSync('/proc/self'))
  starts('fails in one line with a data folder where none can be created', async () => {
    assert.match(
      await refusedStart({ DATA_DIR: '/proc/nope' }),
      "/proc/nope is not there, and can't be created",
    );
    assert.match(await refusedStart({ DATA_DIR: '/proc/nope/a/b' }), '/proc/nope');
  });
starts('fails in one line with a folder in place of a configuration file', async () => {
  const dataDir = temporaryFolder();
  await mkdir(join(dataDir, 'widgets.json'));
  assert.match(await refusedStart({ DATA_DIR: dataDir }), join(dataDir, 'widgets.json'));
});
if (process.getuid?.() !== 0)
  starts('fails in one line with an unreadable data folder', async () => {
    const dataDir = temporaryFolder();
    await chmod(dataDir, 0);
    assert.match(await refusedStart({ DATA_DIR: dataDir }), dataDir);
    await chmod(dataDir, 0o700);
  });
starts('fails in one line with a port that is in use', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const line = await refusedStart({ HOST: '127.0.0.1', PORT: String(port) });
  assert.match(line, `port ${port} is in use by another process`);
  server.close();
});
starts('fails in one line with an address of another machine', async () => {
  assert.match(await refusedStart({ HOST: '203.0.113.1' }), '203.0.113.1, port');
});
for (const host of ['0.0.0.0', '::'])
  starts(`fails in one line with HOST=${host} and no PUBLIC_URL`, async () => {
    assert.match(await refusedStart({ HOST: host }), 'set PUBLIC_URL');
  });
starts('succeeds with HOST and PUBLIC_URL', async () => {
  const service = await createService({ HOST: '0.0.0.0', PUBLIC_URL: 'https://chat.example' });
  await service.start();
  assert.is(await service.stop('SIGTERM'), 0);
});

const program = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
if (process.platform === 'linux')
  // With 18, Node can't load the script; with 32, the service starts.
  for (const files of [20, 22, 24])
    starts(`fails in one line with a limit of ${files} open files`, async () => {
      const command = `ulimit -n ${files}; exec "$0" "$1"`;
      const child = spawn('bash', ['-c', command, process.execPath, program], {
        env: { PATH: process.env.PATH, DATA_DIR: temporaryFolder(), PORT: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (data) => (printed += String(data)));
      const [code] = (await once(child, 'close')) as [number];
      assert.is(code, 1);
      assert.match(printed.trim(), /^Connect Chat did not start: .*too many files are open.*$/i);
      assert.is(printed.trim().split('\n').length, 1, printed);
    });
starts.run();

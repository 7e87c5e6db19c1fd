import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { acceptNext, agentAtWork, heardBy } from '../support/agent-at-work.js';
import { createVisitor } from '../support/programs.js';
import { createService } from '../support/service-process.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const npm = (folder: string, ...words: string[]): string =>
  execFileSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}
/** A folder of somebody else's, into which the packed file is installed. */
function installed(): { folder: string; packed: Packed } {
  const folder = temporaryFolder();
  const [packed] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', folder)) as [Packed];
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  npm(folder, 'install', '--prefer-offline', `./${packed.filename}`);
  return { folder, packed };
}

const { folder, packed } = installed();
const installedModules = join(folder, 'node_modules/connect-chat');

const pack = suite('the packed service');
pack('has what runs, with licence and README, and nothing to build from', () => {
  const paths = packed.files.map(({ path }) => path);
  for (const name of ['LICENSE', 'README.md', 'package.json', 'scripts/start.mjs'])
    assert.ok(paths.includes(name), name);
  assert.equal(
    paths.filter((path) => /\.(?:ts|map|test\.\w+)$|^(?:service|widget|client|console|test)\//.test(path)),
    [],
  );
  assert.ok(packed.size < 1_500_000, `${packed.size} bytes`);
});
pack('installs its dependencies in their exact versions, and no tool of the build', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const { packages } = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  for (const [name, version] of Object.entries(dependencies))
    assert.is(packages[`node_modules/${name}`]?.version, version, name);
  // The service's dependencies need these two themselves.
  const tools = Object.keys(devDependencies).filter((name) => !['ws', 'yaml'].includes(name));
  assert.equal(
    tools.filter((name) => existsSync(join(folder, 'node_modules', name))),
    [],
  );
});
pack('serves at once where it was installed, and people chat', async () => {
  const program = join(folder, 'node_modules/.bin/connect-chat');
  assert.ok(statSync(program).mode & 0o111);
  const service = await createService({}, [program]);
  await service.start();
  try {
    const { widgetId } = (
      await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop', domains: [] })
    ).body;
    const agent = await agentAtWork(service);
    const visitor = createVisitor(service, widgetId, 'Cleo');
    const [contactId] = await Promise.all([acceptNext(agent), visitor.start()]);
    await visitor.send('Hello from a package');
    await heardBy(agent, contactId, ['Hello from a package']);
    for (const path of ['/', '/demo/', '/agent/', '/admin/', '/api/docs/', '/connect-chat-widget.js'])
      assert.is((await fetch(service.url + path)).status, 200, path);
    visitor.destroy();
    agent.destroy();
    assert.is(await service.stop('SIGTERM'), 0, service.output());
  } finally {
    await service.stop('SIGKILL');
  }
});
pack('runs commands without build tools', () => {
  const { version } = JSON.parse(readFileSync(join(installedModules, 'package.json'), 'utf8')) as {
    version: string;
  };
  assert.match(packed.filename, version);
  const usage = execFileSync(join(folder, 'node_modules/.bin/connect-chat'), ['--help'], {
    encoding: 'utf8',
  });
  assert.match(usage, 'backup');
});
pack.run();

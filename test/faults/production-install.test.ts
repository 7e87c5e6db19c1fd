import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { freePort } from '../support/free-port.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = [
  'package.json',
  'package-lock.json',
  'scripts',
  'shared',
  'client',
  'widget',
  'console',
  'service',
];

/**
 * A checkout without build tools, as `npm ci --omit=dev` leaves it: `node_modules` has only what the service
 * needs at run time.
 */
function checkout({ isBuilt }: { isBuilt: boolean }): string {
  const folder = temporaryFolder();
  for (const name of [...names, 'rollup.config.mjs', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  if (isBuilt) cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of runtimePackages()) link(folder, name);
  return folder;
}

function link(folder: string, name: string): void {
  if (name.includes('/')) mkdirSync(join(folder, 'node_modules', name.split('/')[0]!), { recursive: true });
  symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
}

interface Lock {
  packages: Record<string, { dev?: boolean; optional?: boolean }>;
}
function runtimePackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path) && !dev && !optional)
    .map(([path]) => path.slice('node_modules/'.length));
}

function start(folder: string, port: number) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: temporaryFolder() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (data) => (printed.out += String(data)));
  child.stderr.on('data', (data) => (printed.err += String(data)));
  return { child, printed };
}

const production = suite('an install without build tools');
production('starts a built checkout, and keeps the set-up link out of the log', async () => {
  const port = await freePort();
  const { child, printed } = start(checkout({ isBuilt: true }), port);
  const gone = once(child, 'exit');
  await Promise.race([gone, once(child.stdout, 'data')]);
  assert.match(printed.out, `http://localhost:${port}/setup/#`, printed.err);
  assert.not.match(printed.err, '/setup/#');
  for (const line of printed.err.trim().split('\n')) assert.type(JSON.parse(line), 'object');
  child.kill('SIGTERM');
  await gone;
});
production('names in one line what is missing if nothing was built', async () => {
  const { child, printed } = start(checkout({ isBuilt: false }), await freePort());
  const [code] = (await once(child, 'close')) as [number];
  assert.is(code, 1);
  assert.is(
    printed.err,
    'Connect Chat did not start: dist/ is missing, and so are the build tools. Run "npm ci && npm run build" once.\n',
  );
});
production.run();

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('peers', import.meta.url));

/** Where the peers' packages are; installed on first use, apart from the project's own. */
export function installPeers(): string {
  const packages = join(folder, 'node_modules');
  if (!existsSync(join(packages, '.package-lock.json')))
    execFileSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return packages;
}

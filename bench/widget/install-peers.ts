import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('peers', import.meta.url));

/**
 * The folder of the peers' packages. They are installed on first use, separately from the project's own
 * packages.
 */
export function installPeers(): string {
  const packages = join(folder, 'node_modules');
  if (!existsSync(join(packages, '.package-lock.json')))
    execFileSync('npm', ['ci', '--prefix', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return packages;
}

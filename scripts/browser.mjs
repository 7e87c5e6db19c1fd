import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Whether there is a program at this path that may be run. */
export function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium for the browser tests: `CHROME_PATH`, or the first on the PATH; null if there is none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return isRunnable(chosen) ? chosen : null;
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean))
    for (const name of names) if (isRunnable(join(folder, name))) return join(folder, name);
  return null;
}

/** The same, but first installs it from Debian's packages if necessary and possible. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found || process.env.CHROME_PATH) return found;
  if (!mayInstall()) return null;
  console.log('No Chromium found: installing it with apt-get …');
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  return findBrowser();
}

/** Whether Debian's packages can be installed. */
export function mayInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('apt-get', ['--version']).status === 0;
}

/** Runs apt-get, waiting for other runs to finish. Returns its exit code. */
export function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=300'];
  return spawnSync('apt-get', [...lock, ...words], { stdio: ['ignore', 'ignore', 'inherit'], env }).status;
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { apt, mayInstall } from './browser.mjs';

/** The programs with which the tests try the files in deploy/, and Debian's packages that have them. */
const tools = { nginx: 'nginx-light', haproxy: 'haproxy', 'systemd-analyze': 'systemd' };

/** A program's path; null where it is missing. Debian keeps servers in /usr/sbin, which is not on everybody's PATH. */
export function findTool(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** What a test of a missing program says. */
export const toolMissing = (name) =>
  `${name} was not found, and it could not be installed (that needs root and apt-get): install Debian's package ${tools[name]}.`;

/** Installs missing programs from Debian's packages, if possible. Returns a sentence for each that is still missing. */
export function ensureDeployTools() {
  const missing = () => Object.keys(tools).filter((name) => findTool(name) === null);
  const wanted = missing();
  if (wanted.length > 0 && mayInstall()) {
    console.log(`${wanted.join(', ')} not found: installing with apt-get …`);
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...wanted.map((name) => tools[name]));
  }
  return missing().map(toolMissing);
}

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { apt, mayInstall } from './browser.mjs';

/** The npm package that contains Chromium 85. Each version has its own folder in the cache. */
const packageFolder = fileURLToPath(new URL('chromium-85/', import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'connect-chat');
const chromiumFolder = join(cache, 'chromium-85-from-chrome-aws-lambda-5.2.1');

/**
 * The browsers besides the current Chromium in which the main journey runs. `find` returns the program, or
 * null.
 */
const browsers = [
  { name: 'Chromium 85', find: () => orNull(join(chromiumFolder, 'chromium')), install: installChromium85 },
  { name: 'Firefox', find: findFirefox, install: () => installPackages('firefox-esr') },
  { name: 'WebKit', find: findWebKit, install: () => installPackages('webkit2gtk-driver', 'xvfb', 'xauth') },
];

/** The programs of all installed browsers by name; null for each that is missing. */
export const findOtherBrowsers = () => Object.fromEntries(browsers.map(({ name, find }) => [name, find()]));

/**
 * Installs the missing ones from npm's registry and Debian's packages, if possible. Resolves with a line for
 * each browser that can't be installed, with the reason.
 */
export async function ensureOtherBrowsers() {
  const missing = [];
  for (const { name, find, install } of browsers) {
    if (find()) continue;
    console.log(`${name} was not found: installing it …`);
    const reason = await install().catch((error) => String(error.message ?? error));
    if (!find()) missing.push(`${name} is not there, so the main journey is not walked in it: ${reason}`);
  }
  return missing;
}

const orNull = (path) => (existsSync(path) ? path : null);

function onPath(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name);
  return null;
}

function findFirefox() {
  return process.env.FIREFOX_PATH ? orNull(process.env.FIREFOX_PATH) : onPath('firefox-esr', 'firefox');
}

/** WebKitGTK needs its driver, its MiniBrowser, and a display to draw on. */
function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const display = onPath('xvfb-run');
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => join('/usr/lib', name)) : [];
  const versions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'];
  const programs = folders.flatMap((folder) =>
    versions.map((version) => join(folder, version, 'MiniBrowser')),
  );
  const browser = programs.find((path) => existsSync(path));
  return driver && display && browser ? { driver, display, browser } : null;
}

async function installPackages(...names) {
  if (!mayInstall()) return `installing ${names.join(', ')} needs root and apt-get`;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...names) === 0
    ? 'what was installed has not what is needed'
    : `apt-get could not install ${names.join(', ')}`;
}

/** The package is made for cloud functions: its browser is a Brotli file, which any Linux on x64 can run. */
async function installChromium85() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'it is made for Linux on x64 processors only';
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'installing-'));
  try {
    for (const file of ['package.json', 'package-lock.json', '.npmrc'])
      copyFileSync(join(packageFolder, file), join(folder, file));
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'pipe',
    });
    const packed = join(folder, 'node_modules/chrome-aws-lambda/bin');
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    await unpack(join(packed, 'chromium.br'), join(unpacked, 'chromium'));
    chmodSync(join(unpacked, 'chromium'), 0o755);
    for (const name of ['swiftshader', 'aws']) {
      await unpack(join(packed, `${name}.tar.br`), join(folder, `${name}.tar`));
      execFileSync('tar', ['-xf', join(folder, `${name}.tar`), '-C', unpacked]);
    }
    // Atomically, so that no other process finds an incomplete folder.
    if (!existsSync(chromiumFolder)) renameSync(unpacked, chromiumFolder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 'it could not be unpacked';
}

const unpack = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

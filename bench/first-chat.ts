// Measures the time from a clone (after `npm ci`) to an answered first chat.
// Usage: node --import tsx bench/first-chat.ts
import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstChat } from '../test/support/first-chat.js';
import { freePort } from '../test/support/free-port.js';
import { openBrowser } from '../test/support/open-browser.js';
import { temporaryFolder } from '../test/support/temporary-folder.js';

const repository = fileURLToPath(new URL('..', import.meta.url));
const clone = join(temporaryFolder(), 'clone');
execFileSync('git', ['clone', '--quiet', repository, clone]);
symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
const browser = await openBrowser();

const from = performance.now();
const seconds = (): string => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const npm = spawn('npm', ['start'], {
  cwd: clone,
  env: { ...process.env, PORT: String(await freePort()) },
  stdio: ['ignore', 'pipe', 'ignore'],
});
let printed = '';
const setUpLink = await new Promise<string>((resolve, reject) => {
  npm.stdout.on('data', (data) => {
    printed += String(data);
    const link = /http\S+\/setup\/#\S+/.exec(printed)?.[0];
    if (link) resolve(link);
  });
  npm.once('exit', () => reject(new Error(printed)));
});
console.log(`npm start built and serves after ${seconds()}`);
const done = await firstChat(browser, setUpLink);
console.log(`a first chat was answered after ${seconds()}:\n  ${done.join('\n  ')}`);
npm.kill('SIGTERM');
await browser.close();

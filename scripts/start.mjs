#!/usr/bin/env node
import { existsSync } from 'node:fs';

// npm doesn't forward signals: if npm has ended, the signal was meant for this process.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();

let isAnnounced = false;
/** Progress goes to standard error, like everything that isn't output. */
const say = (line) => {
  if (!isAnnounced) process.stderr.write('Building Connect Chat. This takes about half a minute, once.\n');
  isAnnounced = true;
  process.stderr.write(`${line}\n`);
};

const exists = (path) => existsSync(new URL(path, import.meta.url));
// A package has the result of a build only, not what it was built from.
const isCheckout = exists('build.mjs');
// A command may run beside a service, so it must not replace the files from which the service runs.
const isCommand = process.argv.length > 2;
const isBuilt = exists('../dist/service/main.js');
try {
  if (isCheckout && (!isCommand || !isBuilt)) await (await import('./build.mjs')).ensureBuilt({ say });
} catch (error) {
  process.stderr.write(`Connect Chat did not start: ${error.message}\n`);
  process.exit(1);
}
await import('../dist/service/main.js');

import { build } from './build.mjs';

// npm keeps a signal to itself: when it is gone, whoever stopped it meant this process.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();

build({ ifNeeded: true });
await import('../dist/service/main.js');

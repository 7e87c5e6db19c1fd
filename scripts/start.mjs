#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { build } from './build.mjs';

// npm keeps a signal to itself: when it is gone, whoever stopped it meant this process.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();

// A command beside a running service leaves alone what that is made of.
const isCommand = process.argv.length > 2;
if (!isCommand || !existsSync(new URL('../dist/service/main.js', import.meta.url))) build({ ifNeeded: true });
await import('../dist/service/main.js');

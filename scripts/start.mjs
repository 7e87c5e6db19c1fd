import { build } from './build.mjs';

build({ ifNeeded: true });
await import('../dist/service/main.js');

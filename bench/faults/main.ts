// Counts messages that are lost, duplicated, reordered or invented while faults are injected, and measures
// how soon all clients are back. Each seed is a separate run.
// Usage: npm run bench:faults -- [--seeds 1,2,3,4,5] [--chats 1000] [--messages 20000] [--kills 40] …
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runFaults, type Outcome } from '../../test/faults/fault-run.js';
import { toRow, toTable } from './table.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5' },
    chats: { type: 'string', default: '1000' },
    messages: { type: 'string', default: '20000' },
    kills: { type: 'string', default: '40' },
    network: { type: 'string', default: '40' },
    freezes: { type: 'string', default: '10' },
    vanishings: { type: 'string', default: '20' },
  },
});
const results = fileURLToPath(new URL('../results/faults.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('../results', import.meta.url)), { recursive: true });

const outcomes: Outcome[] = [];
let failed = 0;
for (const seed of values.seeds.split(',').map(Number)) {
  const measure = {
    seed,
    chats: Number(values.chats),
    messages: Number(values.messages),
    kills: Number(values.kills),
    networkFaults: Number(values.network),
    freezes: Number(values.freezes),
    vanishings: Number(values.vanishings),
  };
  try {
    outcomes.push(await runFaults(measure, (line) => console.error(`seed ${seed}: ${line}`)));
  } catch (error) {
    failed += 1;
    console.error(`seed ${seed}:`, error);
  }
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  writeFileSync(results, `${JSON.stringify({ at: new Date().toISOString(), machine, outcomes }, null, 2)}\n`);
}
console.log(toTable(outcomes));
const isClean = outcomes.every((outcome) => toRow(outcome).wrong === 0);
process.exit(failed === 0 && isClean ? 0 : 1);

// Counts messages that are lost, duplicated, reordered or invented while faults are injected, and measures
// how soon all clients are back. Each seed is a separate run.
// One process with a data folder:
//   npm run bench:faults -- [--seeds 1,2,3,4,5] [--chats 1000] [--messages 20000] [--kills 40] …
// Several processes on PostgreSQL with a synchronous standby:
//   npm run bench:faults -- --processes 3 [--seeds 1,2,3,4,5] [--chats 500] [--messages 50000] [--pause-seconds 30] …
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runClusterFaults } from '../../test/faults/cluster/cluster-run.js';
import { runFaults } from '../../test/faults/fault-run.js';
import { toClusterRow, toClusterTable, toRecoveries } from './cluster-table.js';
import { toRow, toTable } from './table.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5' },
    processes: { type: 'string', default: '1' },
    chats: { type: 'string' },
    messages: { type: 'string' },
    kills: { type: 'string' },
    /** Of one process. */
    network: { type: 'string' },
    freezes: { type: 'string' },
    vanishings: { type: 'string' },
    /** Of several processes. */
    pauses: { type: 'string' },
    'pause-seconds': { type: 'string' },
    rolls: { type: 'string' },
    crashes: { type: 'string' },
    failovers: { type: 'string' },
    cuts: { type: 'string' },
    stalls: { type: 'string' },
  },
});
const number = (name: keyof typeof values, otherwise: number): number => Number(values[name] ?? otherwise);
const seeds = values.seeds.split(',').map(Number);
const isClean = number('processes', 1) === 1 ? await benchOne() : await benchSeveral();
process.exit(isClean ? 0 : 1);

async function benchOne(): Promise<boolean> {
  const sizes = {
    ...{ chats: number('chats', 1_000), messages: number('messages', 20_000), kills: number('kills', 40) },
    ...{ networkFaults: number('network', 40), freezes: number('freezes', 10) },
    vanishings: number('vanishings', 20),
  };
  const { outcomes, isWhole } = await runAll('faults', (seed, report) =>
    runFaults({ seed, ...sizes }, report),
  );
  console.log(toTable(outcomes));
  return isWhole && outcomes.every((outcome) => toRow(outcome).wrong === 0);
}

async function benchSeveral(): Promise<boolean> {
  const sizes = {
    processes: number('processes', 3),
    ...{ chats: number('chats', 500), messages: number('messages', 50_000), kills: number('kills', 6) },
    ...{ pauses: number('pauses', 2), pauseSeconds: number('pause-seconds', 30), rolls: number('rolls', 2) },
    ...{ crashes: number('crashes', 3), failovers: number('failovers', 2) },
    ...{ cuts: number('cuts', 4), stalls: number('stalls', 4) },
  };
  const { outcomes, isWhole } = await runAll('faults-cluster', (seed, report) =>
    runClusterFaults({ seed, ...sizes }, report),
  );
  console.log(toClusterTable(outcomes));
  console.log(`Longest until all were live again: ${toRecoveries(outcomes)}`);
  return isWhole && outcomes.every((outcome) => toClusterRow(outcome).isClean);
}

/** Runs every seed, and keeps the outcomes in a file from the first one on. */
async function runAll<Outcome>(
  name: string,
  run: (seed: number, report: (line: string) => void) => Promise<Outcome>,
): Promise<{ outcomes: Outcome[]; isWhole: boolean }> {
  const results = fileURLToPath(new URL(`../results/${name}.json`, import.meta.url));
  mkdirSync(fileURLToPath(new URL('../results', import.meta.url)), { recursive: true });
  const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
  const outcomes: Outcome[] = [];
  for (const seed of seeds) {
    try {
      outcomes.push(await run(seed, (line) => console.error(`seed ${seed}: ${line}`)));
    } catch (error) {
      console.error(`seed ${seed}:`, error);
    }
    writeFileSync(
      results,
      `${JSON.stringify({ at: new Date().toISOString(), machine, outcomes }, null, 2)}\n`,
    );
  }
  return { outcomes, isWhole: outcomes.length === seeds.length };
}

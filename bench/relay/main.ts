// Compares the service's relay with raw ws, raw ws with a durable store, and socket.io, in one run.
// Usage: npm run bench:relay -- [--only 100,1000] [--rounds 5] [--milliseconds 4000] [--beside
// name=dist-folder]
// [--without "socket.io"] [--v8 "--max-semi-space-size=32"]
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResults } from '../machine/keep-results.js';
import { createOtherLoad } from '../machine/other-load.js';
import { median, type Bench, type Part, type Reading } from './figures.js';
import { installPeers } from './install-peers.js';
import { measureAdmission } from './parts/admission.js';
import { measureConfiguration } from './parts/configuration.js';
import { measureIdleMemory } from './parts/idle-memory.js';
import { measureLatency } from './parts/latency.js';
import { measureLongContact } from './parts/long-contact.js';
import { measureStorm } from './parts/storm.js';
import { measureThroughput } from './parts/throughput.js';
import { pinGenerator, useV8Options } from './pinned-process.js';
import { toTable } from './table.js';

const parts: Record<string, Part> = {
  '100': measureThroughput(100),
  '1000': measureThroughput(1_000),
  '10000': measureThroughput(10_000),
  latency: measureLatency,
  'idle-10000': measureIdleMemory(10_000),
  'idle-19800': measureIdleMemory(19_800),
  admission: measureAdmission,
  storm: measureStorm,
  'long-contact': measureLongContact,
  configuration: measureConfiguration,
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    milliseconds: { type: 'string', default: '4000' },
    beside: { type: 'string', multiple: true, default: [] },
    without: { type: 'string', multiple: true, default: [] },
    // The options of `npm start`, for every subject. An empty text measures all of them with Node's defaults.
    v8: { type: 'string', default: '--max-semi-space-size=32' },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
});
const chosen = values.only?.split(',') ?? Object.keys(parts);
const unknown = chosen.find((name) => !(name in parts));
if (unknown !== undefined) throw new Error(`--only takes ${Object.keys(parts).join(', ')}`);

const readings = new Map<string, Reading>();
const bench: Bench = {
  dist: values.dist,
  beside: values.beside.map((each) => each.split('=') as [string, string]),
  without: values.without,
  rounds: Number(values.rounds),
  milliseconds: Number(values.milliseconds),
  note(figure, subject, { value, unit }) {
    const key = `${figure} | ${subject}`;
    const reading = readings.get(key) ?? { figure, subject, unit, values: [] };
    reading.values.push(value);
    readings.set(key, reading);
  },
  say: (progress) => console.error(progress),
};

pinGenerator();
useV8Options(values.v8.split(' ').filter(Boolean));
installPeers();
const load = createOtherLoad();
let isKept = true;
for (const name of chosen) {
  await parts[name]!(bench);
  isKept = keep(name);
}
console.log(toTable([...readings.values()]));
process.exit(isKept ? 0 : 1);

/** Saves after each part, so that an interrupted run keeps its results. */
function keep(what: string): boolean {
  const path = fileURLToPath(new URL('../results/relay.json', import.meta.url));
  const machine = `${cpus().length} × ${cpus()[0]!.model}, Node ${process.version}`;
  const medians = [...readings.values()].map((reading) => ({ ...reading, median: median(reading.values) }));
  return keepResults(path, { machine, v8: values.v8, readings: medians }, { load, what, say: bench.say });
}

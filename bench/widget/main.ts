// Compares the widget with three peers in one run: bytes, and times on a fourfold slowed processor.
// Usage: node --import tsx bench/widget/main.ts [--rounds 3] [--only load,first-visit,1000,10000]
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { keepResults } from '../machine/keep-results.js';
import { createOtherLoad } from '../machine/other-load.js';
import type { Answers } from './figures.js';
import { installPeers } from './install-peers.js';
import { measureFirstVisit, measureLoad } from './measures/first-visit.js';
import { measureItems } from './measures/many-items.js';
import { openServer, type BenchServer } from './server.js';
import type { Subject } from './subject.js';
import { createBotFramework } from './subjects/botframework.js';
import { createConnectChat } from './subjects/connect-chat.js';
import { createDeepChat } from './subjects/deep-chat.js';
import { createN8n } from './subjects/n8n.js';
import { summarise, toTable, toVerdicts } from './table.js';

type Measure = (server: BenchServer, subject: Subject) => Promise<Answers>;
const measures: Record<string, Measure> = {
  load: measureLoad,
  'first-visit': measureFirstVisit,
  '1000': measureItems(1_000),
  '10000': measureItems(10_000),
};
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const chosen = Object.keys(measures).filter((name) => !values.only || values.only.split(',').includes(name));
if (chosen.length === 0) throw new Error(`--only takes ${Object.keys(measures).join(', ')}`);

const server = await openServer(installPeers());
console.error('Filling the chats …');
server.subjects = [
  await createConnectChat(
    server,
    [1_000, 10_000].filter((items) => chosen.includes(String(items))),
  ),
  createDeepChat(server),
  createN8n(server),
  createBotFramework(server),
];
const load = createOtherLoad();
let isKept = true;
const rounds: Answers[][] = server.subjects.map(() => []);
const names = server.subjects.map(({ name }) => name);
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const name of chosen)
    for (const [index, subject] of server.subjects.entries()) {
      if (isGivenUp(rounds[index]!, name)) continue;
      console.error(`Round ${round}, ${name}: ${subject.name}`);
      rounds[index]!.push(await measures[name]!(server, subject));
    }
  isKept = keep(round);
}
const rows = summarise(rounds);
console.log(`${toTable(rows, names)}\n\n${toVerdicts(rows)}`);
for (const subject of server.subjects) await subject.close();
await server.close();
if (!isKept) process.exitCode = 1;

/** Saves after each round, so that an interrupted run keeps its results. */
function keep(round: number): boolean {
  const path = fileURLToPath(new URL('../results/widget.json', import.meta.url));
  const machine = `${cpus().length} × ${cpus()[0]!.model}`;
  const results = { rounds: round, machine, subjects: names, rows: summarise(rounds) };
  return keepResults(path, results, { load, what: `Round ${round}`, say: console.error });
}

/**
 * A subject that gave no answer in a minute, even with a thousand items, is skipped from then on: repeating
 * it would take hours.
 */
function isGivenUp(answers: Answers[], measure: string): boolean {
  const isSilent = (name: 'open1000' | 'open10000'): boolean =>
    answers.some((answer) => typeof answer[name] === 'string');
  if (measure === '1000') return isSilent('open1000');
  return measure === '10000' && (isSilent('open1000') || isSilent('open10000'));
}

// How the service reacts to damage in a data folder: flipped bits and truncated files, each in a fresh copy
// of the same folder.
// Usage: npm run bench:damage -- --seed 1 --rounds 200 --messages 20000
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { damageRounds } from '../../test/faults/damage-rounds.js';
import { createOriginal, type Damaged, type DamageKind } from '../../test/faults/damage-run.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    /** Number of rounds of each kind. */
    rounds: { type: 'string', default: '200' },
    messages: { type: 'string', default: '20000' },
    /** `flip` or `cut`; both if omitted. */
    kind: { type: 'string' },
  },
});
const perContact = 20;
const folder = mkdtempSync(join(tmpdir(), 'connect-chat-damage-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const original = await createOriginal(
  join(folder, 'original'),
  Number(values.messages) / perContact,
  perContact,
);

for (const kind of ['flip', 'cut'] as const) {
  if (values.kind !== undefined && values.kind !== kind) continue;
  const options = { folder, kind, seed: Number(values.seed), rounds: Number(values.rounds) };
  const all = await damageRounds(original, options);
  for (const each of all) if (each.altered + each.fewer > 0) console.log(JSON.stringify(each));
  console.log(toRow(kind, all));
}

function toRow(kind: DamageKind, all: readonly Damaged[]): string {
  const told = (how: Damaged['reported']): number => all.filter(({ reported }) => reported === how).length;
  const sum = (what: 'altered' | 'fewer'): number => all.reduce((total, each) => total + each[what], 0);
  const ended = all.filter(({ isEnded }) => isEnded);
  const unreported = all.filter(
    (each) => each.reported === null && (each.isEnded || each.altered + each.fewer > 0),
  ).length;
  return (
    `${kind}: ${all.length} damages; altered ${sum('altered')}, fewer ${sum('fewer')}, unreported ${unreported}; ` +
    `reported by a refused start ${told('start')}, by an answer's code ${told('answer')}, by the log ${told('log')}, ` +
    `by check ${told('check')}; without effect ${told(null) - ended.filter(({ reported }) => reported === null).length}; ` +
    `LevelDB ended the process ${ended.length}`
  );
}

// Why: LevelDB may crash the process when it merges a damaged table. The parent notices that, and continues
// in another child.
// Usage: damage-child.ts ORIGINAL.json COPY KIND SEED FROM TO. Prints a line of JSON for each round.
import { readFile } from 'node:fs/promises';
import { createSeededRandom } from '../support/seeded-random.js';
import { damageOnce, type DamageKind, type Original } from './damage-run.js';

const [file = '', copy = '', kind = 'flip', seed, from, to] = process.argv.slice(2);
const original = JSON.parse(await readFile(file, 'utf8')) as Original;
for (let round = Number(from); round < Number(to); round += 1) {
  // Each round has its own seed, so that the next child can continue after a crash.
  const random = createSeededRandom(Number(seed) * 100_000 + round);
  const damaged = await damageOnce(original, copy, kind as DamageKind, random);
  process.stdout.write(`${JSON.stringify(damaged)}\n`);
}
process.exit(0);

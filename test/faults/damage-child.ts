// Why: LevelDB may end the process when it merges a damaged table; the parent notes that, and goes on in another child.
// Usage: damage-child.ts ORIGINAL.json COPY KIND SEED FROM TO; prints a line of JSON for each round.
import { readFile } from 'node:fs/promises';
import { createSeededRandom } from '../support/seeded-random.js';
import { damageOnce, type DamageKind, type Original } from './damage-run.js';

const [file = '', copy = '', kind = 'flip', seed, from, to] = process.argv.slice(2);
const original = JSON.parse(await readFile(file, 'utf8')) as Original;
for (let round = Number(from); round < Number(to); round += 1) {
  // Each round draws by itself, so that the next child goes on where this one was ended.
  const random = createSeededRandom(Number(seed) * 100_000 + round);
  const damaged = await damageOnce(original, copy, kind as DamageKind, random);
  process.stdout.write(`${JSON.stringify(damaged)}\n`);
}
process.exit(0);

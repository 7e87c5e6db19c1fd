// The short form of `npm run bench:damage`: flipped bits and truncated files in a data folder, from a seed.
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chosenSeed } from '../support/seeded-random.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { damageRounds } from './damage-rounds.js';
import { createOriginal } from './damage-run.js';

const seed = chosenSeed();
const rounds = 12;

const damages = suite('a randomly damaged data folder');
for (const kind of ['flip', 'cut'] as const)
  damages(
    `returns nothing altered, and nothing incomplete without a report (${kind}, SEED=${seed})`,
    async () => {
      const folder = temporaryFolder();
      const original = await createOriginal(join(folder, 'original'), 40, 20);
      const all = await damageRounds(original, { folder, kind, seed, rounds });
      assert.equal(
        all.filter(({ altered, fewer }) => altered + fewer > 0),
        [],
      );
      assert.equal(
        all.filter(({ isEnded, reported }) => isEnded && reported === null),
        [],
      );
      const told = all.filter(({ reported }) => reported !== null).length;
      assert.ok(told > rounds / 4, `${told} of ${rounds} were reported`);
    },
  );
damages.run();

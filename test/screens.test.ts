import { readdirSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { screens } from './support/screens.js';

const journeys = new URL('./journeys/', import.meta.url);
const sources = readdirSync(journeys).map((name) => readFileSync(new URL(name, journeys), 'utf8'));

const table = suite('the screens');
for (const [whose, names] of Object.entries(screens))
  table(`of ${whose} are all checked for accessibility`, () => {
    const isLookedAt = (name: string): boolean =>
      sources.some(
        (source) => source.includes('isWithoutBarriers(') && source.includes(`'${whose}: ${name}'`),
      );
    assert.equal(
      names.filter((name) => !isLookedAt(name)),
      [],
    );
  });
table.run();

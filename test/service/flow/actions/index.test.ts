import { readdirSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { actionKinds } from '../../../../service/flow/actions/index.js';

const folder = new URL('../../../../service/flow/actions/', import.meta.url);
/** The type of an action by its file: `check-metric-data.ts` is CheckMetricData. */
const typeOf = (file: string): string =>
  file
    .replace('.ts', '')
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');

const kinds = suite('actionKinds');
kinds('contains each action that has a file, named by its type', () => {
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  assert.equal(actionKinds.map(({ type }) => type).sort(), files.map(typeOf).sort());
});
kinds.run();

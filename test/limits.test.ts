import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { errors } from '../service/errors.js';
import { limitVariables } from '../service/limits/limit-settings.js';
import { limits } from '../shared/limits.js';

const text = readFileSync(new URL('../docs/reference/limits.md', import.meta.url), 'utf8');
/** Every row of every table that names a limit. */
const rows = text
  .split('\n')
  .filter((line) => /^\| `\w+`\s+\|/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );

const documented = suite('docs/reference/limits.md');
documented('names every limit once, and none that is not there', () => {
  assert.equal(rows.map(([name]) => name).sort(), Object.keys(limits).sort());
});
documented('gives each limit’s value', () => {
  for (const [name, value] of rows) assert.is(Number(value), limits[name as keyof typeof limits], name);
});
documented('gives the setting of each limit that has one', () => {
  for (const [name, variable] of Object.entries(limitVariables))
    assert.is(rows.find((row) => row[0] === name)?.[2], variable);
});
documented('names codes that exist', () => {
  for (const [code] of text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g))
    assert.ok(code in errors || Object.values(limitVariables).includes(code) || code === 'TRUST_PROXY', code);
});
documented.run();

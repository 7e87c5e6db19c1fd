import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { errors } from '../service/errors.js';
import { actionOf, closeCodes, errorCodes } from '../shared/protocol/codes.js';

const text = readFileSync(new URL('../docs/reference/errors.md', import.meta.url), 'utf8');
/** The rows of the table under a heading, as lists of cells. */
function rows(heading: string): string[][] {
  const section = text.split(`## ${heading}\n`)[1]!.split('\n## ')[0]!;
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}
const sorted = (list: Iterable<string>): string[] => [...list].sort();

const documented = suite('docs/reference/errors.md');
documented('explains every code of the sockets, and what a client does next', () => {
  const described = rows('On sockets, and by REST').map(([code, , then]) => `${code} ${then}`);
  assert.equal(sorted(described), sorted(errorCodes.map((code) => `${code} ${actionOf(code)}`)));
});
documented('explains every other code of the service, and no others', () => {
  const others = Object.keys(errors).filter((code) => !(errorCodes as readonly string[]).includes(code));
  assert.equal(sorted(rows('By REST only').map(([code]) => code!)), sorted(others));
});
documented('names the status of each code', () => {
  for (const [code, status] of [...rows('On sockets, and by REST'), ...rows('By REST only')])
    assert.is(Number(status), errors[code as keyof typeof errors][0], code);
});
documented('explains every close code', () => {
  const described = rows('Close codes').map(([code, name]) => `${name} ${code}`);
  assert.equal(
    sorted(described),
    sorted(Object.entries(closeCodes).map(([name, code]) => `${name} ${code}`)),
  );
});
documented('has a different text for each code, which ends with a full stop', () => {
  for (const [, message] of Object.values(errors)) assert.match(message, /[.]$/);
});
documented.run();

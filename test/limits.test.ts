import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { errors } from '../service/errors.js';
import { limitVariables } from '../service/limits/limit-settings.js';
import { inWords, sizeInWords } from '../shared/in-words.js';
import { limits } from '../shared/limits.js';

const text = readFileSync(new URL('../docs/reference/limits.md', import.meta.url), 'utf8');
/** All rows of all tables that name a limit. */
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
documented('lists every limit once, and no others', () => {
  assert.equal(rows.map(([name]) => name).sort(), Object.keys(limits).sort());
});
documented('gives the value of each limit', () => {
  for (const [name, value] of rows) assert.is(Number(value), limits[name as keyof typeof limits], name);
});
documented('gives the setting of each limit that has one', () => {
  for (const [name, variable] of Object.entries(limitVariables))
    assert.is(rows.find((row) => row[0] === name)?.[2], variable);
});
documented('names existing codes', () => {
  for (const [code] of text.matchAll(/\b[A-Z]+(?:_[A-Z]+)+\b/g))
    assert.ok(code in errors || Object.values(limitVariables).includes(code) || code === 'TRUST_PROXY', code);
});
documented.run();

const root = fileURLToPath(new URL('..', import.meta.url));
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);
const read = (file: string): string => readFileSync(root + file, 'utf8');

/** The texts of a source file: string literals, and the parts of templates between their values. */
function textsOf(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest));
  return texts;
}

const once = suite('the numbers of limits');
once('appear in no sentence of the service, which reads them from shared/limits.ts', () => {
  const amount =
    /\d (?:bytes|characters|KiB|MiB|keys|attachments|attributes|members)\b|(?<!\{)\b\d{1,3},\d{3}\b/;
  const written = [...filesIn('service', '.ts'), ...filesIn('shared', '.ts')].flatMap((file) =>
    textsOf(file)
      .filter((text) => amount.test(text))
      .map((text) => `${file}: ${text}`),
  );
  assert.equal(written, []);
});
once('are up to date in the pages on errors and on the protocol', () => {
  const known = Object.values(limits).flatMap((limit) => [inWords(limit), sizeInWords(limit)]);
  const wrong = ['docs/reference/errors.md', 'docs/reference/protocol.md'].flatMap((page) =>
    [...read(page).matchAll(/(?<![\d,])\d{1,3}(?:,\d{3})+|\d+ [KM]iB/g)]
      .map(([amount]) => amount)
      .filter((amount) => !known.includes(amount))
      .map((amount) => `${page}: ${amount}`),
  );
  assert.equal(wrong, []);
});
once.run();

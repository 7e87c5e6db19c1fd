import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { Lexer } from 'marked';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lower } from '../../scripts/lower-marked.mjs';

const whole = readFileSync(createRequire(import.meta.url).resolve('marked'), 'utf8');
const lowered = lower(whole, (text) => parse(text, { ecmaVersion: 'latest', sourceType: 'module' }));

/** marked's Lexer as in the widget, in an environment without the methods that the oldest browsers lack. */
function lexIn(prelude: string): (text: string) => string {
  const script = `${prelude}
    delete Array.prototype.at; delete String.prototype.at; delete Object.hasOwn; delete Array.prototype.findLast;
    delete String.prototype.replaceAll; delete globalThis.structuredClone;
    ${lowered.replace(/export \{ (\S+) as Lexer \};/, 'const Lexer = $1;')}
    (text) => JSON.stringify(new Lexer({ gfm: true, breaks: true }).lex(text))`;
  return runInNewContext(script) as (text: string) => string;
}
const texts = [
  '',
  'Hello **you**, _see_ ~~this~~ `code` [link](https://a.example "title") <https://b.example> c@d.example',
  '# Title\n\nText\nin lines\n\n- a\n  - b\n\n    c\n- [x] d\n\n3. e\n4. f\n\n> quote\n> - g\n\n```js\ncode\n```\n\n    more\n\n---\n',
  '|a|b|\n|:-|-:|\n|1|**2**|\n\n[ref] [__proto__] [x][ref]\n\n[ref]: https://a.example\n\n<div>\n*a*\n</div>\n\nTitle\n===',
  '&amp; &#65; \\* ***a** b* __c_ d_ ![e](f) <b>g</b> www.h.example *_`\\`',
];

const marked = suite('marked in the widget');
marked('parses texts like the complete library, without newer methods', () => {
  const lex = lexIn('');
  for (const text of texts)
    assert.equal(lex(text), JSON.stringify(new Lexer({ gfm: true, breaks: true }).lex(text)));
});
marked('needs no lookbehind, which Safari has since 16.4', () => {
  const lex = lexIn(`RegExp = new Proxy(RegExp, { construct(target, [source, ...rest]) {
    if (/\\(\\?<[=!]/.test(source)) throw new SyntaxError('Invalid regular expression: invalid group specifier name');
    return new target(source, ...rest);
  } });`);
  for (const text of texts) assert.equal(JSON.parse(lex(text)).length > 0, text !== '');
  const literals: string[] = [];
  parse(lowered, {
    ecmaVersion: 2022,
    sourceType: 'module',
    onToken: (token) => {
      const { type, value } = token as typeof token & { value: { pattern: string } };
      if (type.label === 'regexp') literals.push(value.pattern);
    },
  });
  assert.ok(literals.length > 50);
  assert.equal(
    literals.filter((pattern) => /\(\?<[=!]/.test(pattern)),
    [],
  );
});
marked('excludes the code that renders HTML', () => {
  assert.ok(lowered.length < whole.length * 0.8, `${lowered.length} of ${whole.length} characters`);
  assert.not.match(lowered, /<\/blockquote>|<\/pre>/);
});
marked.run();

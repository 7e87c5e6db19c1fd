import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

// The code that a website loads must work in Chrome 85, Firefox 81 and Safari 13.1.
const folder = fileURLToPath(new URL('../../dist/public/', import.meta.url));
const scripts = [
  'connect-chat-widget.js',
  'embed.js',
  ...readdirSync(join(folder, 'widget')).map((file) => `widget/${file}`),
].filter((file) => file.endsWith('.js'));
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

const built = suite('the files that a page loads');
for (const file of scripts)
  built(`${file.replace(/-[\w-]{6}\.js$/, '.js')} uses ECMAScript 2020 and styles of that time`, () => {
    const code = read(file);
    parse(code, { ecmaVersion: 2020, sourceType: file === 'embed.js' ? 'script' : 'module' });
    assert.not.match(code, /@media \((?:width|height)\s*[<>]/, 'ranges in media queries');
    assert.not.match(code, /[{;]inset:/, 'inset');
    assert.not.match(code, /(?<=[^\w-])gap:/, 'gap, which flex boxes had later');
    assert.not.match(code, /:(?:is|where|has)\(/, 'newer selectors');
  });
built('no file requests another host, or evaluates text', () => {
  for (const file of scripts) {
    const hosts = read(file).match(/https?:\/\/[^/"'`$ ]+/g) ?? [];
    assert.equal(
      hosts.filter((host) => host !== 'http://www.w3.org'),
      [],
      file,
    );
    assert.not.match(read(file), /\beval\(|new Function\(/, file);
  }
});
built('the tag is one file before the visitor shows interest, and one more after', () => {
  const imports = (file: string): string[] =>
    [...read(file).matchAll(/(?:from|import)"(\.{1,2}\/[^"]+)"/g)].map(([, imported]) => imported!);
  assert.equal(imports('connect-chat-widget.js'), []);
  const openChat = scripts.find((file) => file.startsWith('widget/open-chat-'))!;
  assert.equal(imports(openChat), ['../connect-chat-widget.js']);
});
built("a server that renders pages may import the tag, which doesn't change its globals", () => {
  const file = join(folder, 'connect-chat-widget.js');
  const code = `
    const known = Object.getOwnPropertyNames(globalThis);
    await import(${JSON.stringify(pathToFileURL(file).href)});
    const added = Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name));
    // Lit keeps its version and notes there, so that a page with two of them can be told.
    console.log(added.filter((name) => !/^lit|Versions$/.test(name)).length, typeof document, typeof HTMLElement);`;
  const words = ['--input-type=module', '-e', code];
  const told = execFileSync(process.execPath, words, { encoding: 'utf8' });
  assert.is(told.trim(), '0 undefined undefined');
});
built.run();

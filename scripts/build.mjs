import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** What is built, and from what. */
const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist');
const sources = [
  'shared',
  'client',
  'widget',
  'console',
  'service',
  'scripts/build.mjs',
  'scripts/lower-marked.mjs',
  'scripts/short-private-names.mjs',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const stamp = join(out, 'built-from.txt');

/** Bytes (Brotli) of a new widget's configuration, which the tag asks for besides. */
const configuration = 370;
/** Bytes (Brotli) that a page may load; more is a mistake of ours, and fails the build. */
const budgets = [
  ['snippet, before intent', 3_000, (files) => files.filter((file) => file === 'embed.js')],
  [
    'tag, before intent',
    9_000 - configuration,
    (files) => files.filter((file) => file === 'connect-chat-widget.js'),
  ],
  [
    'a chat, opened and talking',
    28_000 - configuration,
    (files) => files.filter((file) => file === 'connect-chat-widget.js' || isTalk(file)),
  ],
];
const isTalk = (file) => file.startsWith('widget/talk-');
/** Every chunk that a chat loads when it comes to need it. */
const laterChunk = 14_000;

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    const path = join(root, source);
    for (const file of source.includes('.') ? [path] : files(path).sort())
      hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Builds everything into dist; with `isNeeded` asked for, only where the sources are others than those of the last build. */
export function build({ ifNeeded = false } = {}) {
  const now = fingerprint();
  if (ifNeeded && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(out, { recursive: true, force: true });
  run('node_modules/typescript/bin/tsc', '-p', 'service/tsconfig.json');
  run('node_modules/rollup/dist/bin/rollup', '-c', '--silent');
  copyPages();
  compress();
  checkBudgets();
  writeFileSync(stamp, now);
}

function run(...words) {
  execFileSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
}

function copyPages() {
  const copies = {
    'console/agent/index.html': 'agent/index.html',
    'console/admin/index.html': 'admin/index.html',
    'console/admin/preview/index.html': 'admin/preview/index.html',
    'console/admin/preview/preview.css': 'admin/preview/preview.css',
    'console/setup/index.html': 'setup/index.html',
    'console/console.css': 'console.css',
    'console/icon.svg': 'icon.svg',
    'service/pages/demo.css': 'demo.css',
    // Where Amazon Connect serves its own: a snippet works with only its host and ids changed.
    'dist/public/embed.js': 'connectwidget/static/amazon-connect-chat-interface-client.js',
  };
  for (const [from, to] of Object.entries(copies)) {
    const target = join(out, 'public', to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, from), target);
  }
}

/** Compressed once, here: the service sends what the browser takes. */
function compress() {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of files(join(out, 'public'))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

/** Files with those that they import at once: a page that loads one loads them all. */
function withImports(chosen) {
  const all = new Set(chosen);
  for (const file of all) {
    const text = readFileSync(join(out, 'public', file), 'utf8');
    const imports = text.matchAll(/(?:from|import)"(\.{1,2}\/[^"]+)"/g);
    for (const [, imported] of imports) all.add(posix.join(posix.dirname(file), imported));
  }
  return [...all];
}

function checkBudgets() {
  const folder = join(out, 'public');
  const built = files(folder)
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.js'));
  const later = built.filter((file) => file.startsWith('widget/') && !isTalk(file));
  const chat = new Set(
    withImports(built.filter((file) => file === 'connect-chat-widget.js' || isTalk(file))),
  );
  const added = (file) => withImports([file]).filter((each) => !chat.has(each));
  const all = [
    ...budgets.map(([what, atMost, choose]) => [what, atMost, withImports(choose(built))]),
    ...later.map((file) => [file, laterChunk, added(file)]),
  ];
  for (const [what, atMost, chosen] of all) {
    const bytes = chosen.reduce((sum, file) => sum + readFileSync(join(folder, `${file}.br`)).length, 0);
    console.log(`${String(bytes).padStart(6)} of ${atMost} bytes: ${what}`);
    if (chosen.length === 0 || bytes > atMost) throw new Error(`The budget "${what}" is not kept.`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  build({ ifNeeded: process.argv.includes('--if-needed') });

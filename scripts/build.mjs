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
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { checkBudgets } from './size-budgets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist');
/** The inputs of the build. */
const sources = [
  'shared',
  'client',
  'widget',
  'console',
  'service',
  'scripts/build.mjs',
  'scripts/lower-marked.mjs',
  'scripts/short-private-names.mjs',
  'scripts/size-budgets.mjs',
  'rollup.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
/** Holds the fingerprint of the sources from which `dist` was built. */
const stamp = join(out, 'built-from.txt');
const bundler = 'node_modules/rollup/package.json';
const service = join(out, 'service/main.js');

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    for (const file of source.includes('.') ? [path] : files(path).sort())
      hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
const hasTools = () => existsSync(join(root, bundler));

/**
 * Makes sure that `dist` can be started: builds it if the sources have changed, and uses it unchanged if the
 * build tools aren't installed (`npm ci --omit=dev`). Rejects with a sentence for the operator if neither is
 * possible.
 */
export async function ensureBuilt({ say }) {
  if (isCurrent()) return;
  if (hasTools()) return build({ say });
  if (!existsSync(service))
    throw new Error('dist/ is missing, and so are the build tools. Run "npm ci && npm run build" once.');
  say(
    'The sources have changed since the last build, and the build tools are not installed: starting the last build.',
  );
}

/**
 * Builds everything into `dist`. Calls `say` with a line for each step. Returns the sizes of what a page
 * loads.
 */
export async function build({ say }) {
  const now = fingerprint();
  rmSync(out, { recursive: true, force: true });
  const bundles = await readBundles();
  const progress = createProgress(bundles.length + 1, say);
  await bundleAll(bundles, progress);
  copyPages();
  drawIcons();
  compress();
  const sizes = checkBudgets(join(out, 'public'));
  progress('compressed files');
  writeFileSync(stamp, now);
  return sizes;
}

/** Returns a function that prints a line for each of `count` finished steps. */
export function createProgress(count, say) {
  let done = 0;
  return (name) => {
    done += 1;
    say(`  ${String(done).padStart(String(count).length)} of ${count}  ${name}`);
  };
}

/**
 * Reads the list in rollup.config.mjs. Rollup is loaded only here, because a production install doesn't have
 * it.
 */
async function readBundles() {
  const { loadConfigFile } = await import('rollup/loadConfigFile');
  const { options } = await loadConfigFile(join(root, 'rollup.config.mjs'), { silent: true });
  return options.map((each) => ({ name: nameOf(each), options: each }));
}

const nameOf = ({ input }) =>
  [typeof input === 'string' ? input : Object.values(input)]
    .flat()
    .map((file) => file.replace(/\/main\.ts$|\.ts$/, ''))
    .join(', ');

async function bundleAll(bundles, progress) {
  const { rollup } = await import('rollup');
  for (const { name, options } of bundles) {
    const bundle = await rollup(options);
    for (const output of options.output) await bundle.write(output);
    await bundle.close();
    progress(name);
  }
}

function copyPages() {
  const copies = {
    'console/agent/index.html': 'agent/index.html',
    'console/agent/manifest.webmanifest': 'agent/manifest.webmanifest',
    'console/admin/index.html': 'admin/index.html',
    'console/admin/preview/index.html': 'admin/preview/index.html',
    'console/admin/preview/preview.css': 'admin/preview/preview.css',
    'console/setup/index.html': 'setup/index.html',
    'console/console.css': 'console.css',
    'service/pages/demo.css': 'demo.css',
    'service/pages/start.css': 'start.css',
    // Amazon Connect's own path: an existing snippet works if only its host and ids are changed.
    'dist/public/embed.js': 'connectwidget/static/amazon-connect-chat-interface-client.js',
  };
  for (const [from, to] of Object.entries(copies)) {
    const target = join(out, 'public', to);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, from), target);
  }
}

/** The icon of the staff pages: the chat's icon on a coloured background, without and with a dot for what waits. */
function drawIcons() {
  const [path] = readFileSync(join(root, 'shared/chat-icon.ts'), 'utf8').match(/(?<=')M[^']+/);
  const shape = `<path d="${path}" transform="translate(2.4 2.4) scale(.8)" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round"/>`;
  const ground = '<rect width="24" height="24" rx="6" fill="#2456d6"/>';
  const dot = '<circle cx="19" cy="5" r="5" fill="#fff"/><circle cx="19" cy="5" r="4" fill="#d92d20"/>';
  for (const [name, content] of [
    ['icon', ground + shape],
    ['icon-unread', ground + shape + dot],
  ])
    writeFileSync(
      join(out, `public/${name}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${content}</svg>\n`,
    );
}

/** Compresses once, at build time. The service sends the form that the browser accepts. */
function compress() {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  for (const file of files(join(out, 'public'))) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const isNeeded = !process.argv.includes('--if-needed') || !isCurrent();
  const sizes = isNeeded ? await build({ say: console.log }) : [];
  for (const { name, bytes, atMost } of sizes)
    console.log(`${String(bytes).padStart(6)} of ${atMost} bytes: ${name}`);
}

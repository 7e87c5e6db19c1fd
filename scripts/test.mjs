// Runs types, lint, build, service tests and journeys (uvu, each file in its own process), and browser tests.
// Prints one closing line.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { ensureOtherBrowsers } from './other-browsers.mjs';
import { ensurePostgres, postgresMissing } from './postgres.mjs';
import { ensureSwift, swiftMissing } from './swift.mjs';
import { testFiles } from './test-files.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Time limit of one test file in milliseconds. */
const fileTakesAtMost = 480_000;
/**
 * Tests that start whole processes and browsers: one of these at a time, so that none waits for another's.
 */
const heavy = ['faults', 'journeys', 'browsers'];

const sum = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const name of Object.keys(sum)) sum[name] += counts[name] ?? 0;
};
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

function step(name, ...words) {
  const from = Date.now();
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(from)})`);
  if (status !== 0) sum.failed += 1;
}

/**
 * uvu prints nothing and succeeds if a file forgets to run its suite or ends early. This treats that as a
 * failure.
 */
function outcome(output, code, isLate) {
  const last = (name) => [...output.matchAll(new RegExp(`^ {2}${name}:\\s+(\\d+)$`, 'gm'))].at(-1)?.[1];
  const [total, passed, skipped] = ['Total', 'Passed', 'Skipped'].map((name) => Number(last(name) ?? NaN));
  const counts = { passed: passed || 0, failed: total - passed || 0, skipped: skipped || 0 };
  let problem = '';
  if (isLate) problem = `was still running after ${fileTakesAtMost / 1000} s`;
  else if (Number.isNaN(total)) problem = 'ended without a result';
  else if (total + counts.skipped === 0) problem = 'ran no test';
  else if (code !== 0 && counts.failed === 0) problem = `ended with code ${code}`;
  if (problem) counts.failed += 1;
  return { counts, problem };
}

function runFile(file) {
  return new Promise((resolve) => {
    const from = Date.now();
    const child = spawn(process.execPath, ['--import', 'tsx', file], {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isLate = false;
    const hear = (data) => (output += data);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, fileTakesAtMost);
    child.on('close', (code) => {
      clearTimeout(timer);
      const { counts, problem } = outcome(output.replace(/\u001b\[[0-9;]*m/g, ''), code, isLate);
      add(counts);
      const { passed, failed, skipped } = counts;
      const left = skipped ? `, ${skipped} skipped` : '';
      console.log(
        `${failed ? 'FAIL' : 'ok  '} ${file} (${passed} passed, ${failed} failed${left}, ${seconds(from)})`,
      );
      if (failed) console.log(output, problem);
      resolve();
    });
  });
}

async function runAll(files, atOnce) {
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await runFile(file);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function runInBrowser(browser) {
  const from = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-counts-'));
  const file = join(folder, 'counts.json');
  const { status } = spawnSync(process.execPath, ['node_modules/@web/test-runner/dist/bin.js'], {
    stdio: 'inherit',
    env: { ...process.env, CHROME_PATH: browser, WTR_COUNTS: file },
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
  if (status !== 0 && !counts.failed) counts.failed = 1;
  rmSync(folder, { recursive: true, force: true });
  add(counts);
  const { passed, failed } = counts;
  console.log(
    `${failed ? 'FAIL' : 'ok  '} browser tests (${passed} passed, ${failed} failed, ${seconds(from)})`,
  );
}

const isIn = (folders) => (file) => folders.some((folder) => file.startsWith(join('test', folder) + '/'));
const { node: files } = testFiles();

step('types', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json');
step(
  'types, as old browsers have them',
  'node_modules/typescript/bin/tsc',
  '-p',
  'widget/tsconfig.json',
  '--noEmit',
);
step('lint', 'node_modules/eslint/bin/eslint.js', '.');
step('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.');
step('build', 'scripts/build.mjs');
const browser = ensureBrowser();
const postgres = ensurePostgres();
const swift = ensureSwift();
/** What needs a PostgreSQL or an S3-compatible store of its own is run only where there is one. */
const runnable = files.filter(
  (file) => (postgres || !/\bpostgres\b/.test(file)) && (swift || !/\bs3\b/.test(file)),
);
await runAll(
  runnable.filter((file) => !isIn(heavy)(file)),
  2,
);
if (!postgres) {
  sum.failed += 1;
  console.log(postgresMissing, 'The tests of PostgreSQL did not run.');
}
if (!swift) {
  sum.failed += 1;
  console.log(swiftMissing, 'The tests of attachments in an S3-compatible store did not run.');
}
if (browser) {
  const missing = await ensureOtherBrowsers();
  await runAll(runnable.filter(isIn(heavy)), 1);
  runInBrowser(browser);
  for (const line of missing) console.log(line);
} else {
  sum.failed += 1;
  console.log(
    'No Chromium was found, and it could not be installed (that needs root and apt-get): install one, or name it in CHROME_PATH. The browser tests and journeys did not run.',
  );
}
if (sum.passed === 0) sum.failed ||= 1;
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;

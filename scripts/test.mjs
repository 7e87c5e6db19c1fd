// Runs types, lint, build, service tests and journeys (uvu, each file in its own process), and browser tests: as many
// tasks at once as there are cores. Prints one closing line.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';
import { bundleOf, bundleTests, withSourcePlaces } from './bundle-tests.mjs';
import { ensureDeployTools } from './deploy-tools.mjs';
import { ensureOtherBrowsers } from './other-browsers.mjs';
import { ensurePgBouncer, ensurePostgres, pgBouncerMissing, postgresMissing } from './postgres.mjs';
import { ensureSwift, swiftMissing } from './swift.mjs';
import { testFiles } from './test-files.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Time limit of one test file in milliseconds. */
const fileTakesAtMost = 480_000;
/** Tests that start whole processes and browsers. They begin first, because they take longest. */
const slow = ['browsers', 'faults', 'journeys'];
/** Two tasks at least: one alone waits for its browser or its service most of the time. */
const atOnce = Math.min(4, Math.max(2, availableParallelism()));

const sum = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const name of Object.keys(sum)) sum[name] += counts[name] ?? 0;
};
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** Runs Node with these words; resolves with its exit code and everything that it printed. */
function run(words, { env = process.env, within = Infinity } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let isLate = false;
    const hear = (data) => (output += data);
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer =
      within < Infinity &&
      setTimeout(() => {
        isLate = true;
        child.kill('SIGKILL');
      }, within);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output, isLate });
    });
  });
}

const step =
  (name, ...words) =>
  async () => {
    const from = Date.now();
    const { code, output } = await run(words);
    if (output) process.stdout.write(output);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(from)})`);
    if (code !== 0) sum.failed += 1;
  };

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

const testFile = (file) => async () => {
  const from = Date.now();
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { code, output, isLate } = await run([bundleOf(file)], { env, within: fileTakesAtMost });
  const { counts, problem } = outcome(output.replace(/\u001b\[[0-9;]*m/g, ''), code, isLate);
  add(counts);
  const { passed, failed, skipped } = counts;
  const left = skipped ? `, ${skipped} skipped` : '';
  console.log(
    `${failed ? 'FAIL' : 'ok  '} ${file} (${passed} passed, ${failed} failed${left}, ${seconds(from)})`,
  );
  if (failed) console.log(withSourcePlaces(output), problem);
};

const testInBrowser = (browser) => async () => {
  const from = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'connect-chat-counts-'));
  const file = join(folder, 'counts.json');
  const { code, output } = await run(['node_modules/@web/test-runner/dist/bin.js'], {
    env: { ...process.env, CHROME_PATH: browser, WTR_COUNTS: file },
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 };
  if (code !== 0 && !counts.failed) counts.failed = 1;
  rmSync(folder, { recursive: true, force: true });
  add(counts);
  const { passed, failed } = counts;
  process.stdout.write(output);
  console.log(
    `${failed ? 'FAIL' : 'ok  '} browser tests (${passed} passed, ${failed} failed, ${seconds(from)})`,
  );
};

async function compileTests(files) {
  const from = Date.now();
  try {
    await bundleTests(files);
    console.log(`ok   compile tests (${seconds(from)})`);
  } catch (error) {
    sum.failed += 1;
    console.log(`FAIL compile tests (${seconds(from)})`, error.message);
  }
}

/** Runs the tasks in this order, `atOnce` at a time. */
async function runAll(tasks) {
  const waiting = [...tasks];
  const work = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const isSlow = (file) => slow.some((folder) => file.startsWith(join('test', folder) + '/'));
/** Tests of the same kind keep their order. */
const slowFirst = (a, b) => Number(isSlow(b)) - Number(isSlow(a));

const browser = ensureBrowser();
const missing = browser ? await ensureOtherBrowsers() : [];
const postgres = ensurePostgres();
const pgBouncer = postgres && ensurePgBouncer();
const swift = ensureSwift();
/** The tests of these programs fail with the same sentence. */
for (const line of ensureDeployTools()) console.log(line);
/** What needs a browser, a PostgreSQL, a PgBouncer or an S3-compatible store is run only where there is one. */
const isRunnable = (file) =>
  (browser || !isSlow(file)) &&
  (postgres || !/\bpostgres\b/.test(file)) &&
  (pgBouncer || !/\bpgbouncer\b/.test(file)) &&
  (swift || !/\bs3\b/.test(file));
const runnable = testFiles().node.filter(isRunnable).sort(slowFirst);

/** The first test that starts a PostgreSQL leaves its empty folder here; PostgreSQL runs as another user than root. */
const template = mkdtempSync(join(tmpdir(), 'connect-chat-postgres-template-'));
chmodSync(template, 0o777);
process.env.TEST_POSTGRES_TEMPLATE = join(template, 'data');
process.once('exit', () => rmSync(template, { recursive: true, force: true }));

const built = step('build', 'scripts/build.mjs')();
const compiled = compileTests(runnable);
await Promise.all([built, compiled]);
const tsc = 'node_modules/typescript/bin/tsc';
await runAll([
  ...(browser ? [testInBrowser(browser)] : []),
  step('lint', 'node_modules/eslint/bin/eslint.js', '.'),
  step('types', tsc, '-p', 'tsconfig.json'),
  step('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  step('types, as old browsers have them', tsc, '-p', 'widget/tsconfig.json', '--noEmit'),
  ...runnable.map(testFile),
]);
for (const line of missing) console.log(line);
if (!postgres) {
  sum.failed += 1;
  console.log(postgresMissing, 'The tests of PostgreSQL did not run.');
} else if (!pgBouncer) {
  sum.failed += 1;
  console.log(pgBouncerMissing, 'The tests through PgBouncer did not run.');
}
if (!swift) {
  sum.failed += 1;
  console.log(swiftMissing, 'The tests of attachments in an S3-compatible store did not run.');
}
if (!browser) {
  sum.failed += 1;
  console.log(
    'No Chromium was found, and it could not be installed (that needs root and apt-get): install one, or name it in CHROME_PATH. The browser tests and journeys did not run.',
  );
}
if (sum.passed === 0) sum.failed ||= 1;
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed ? 1 : 0;

import { writeFileSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { findBrowser } from './scripts/browser.mjs';
import { testFiles } from './scripts/test-files.mjs';

// As root Chromium needs --no-sandbox; the others keep it from asking a network that it does not need.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // During an entrance colours and places are in between: tests look at the settled page.
  '--force-prefers-reduced-motion',
];

/** Leaves the counts for scripts/test.mjs; a file that did not load counts as one failure. */
const counts = {
  onTestRunFinished({ sessions }) {
    const sum = { passed: 0, failed: 0, skipped: 0 };
    const walk = (suite) => {
      for (const test of suite.tests) sum[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
      suite.suites.forEach(walk);
    };
    for (const { testResults, errors } of sessions) {
      if (testResults) walk(testResults);
      if (!testResults || errors?.length) sum.failed += 1;
    }
    if (process.env.WTR_COUNTS) writeFileSync(process.env.WTR_COUNTS, JSON.stringify(sum));
  },
};

export default {
  files: testFiles().browser,
  // One page at a time: a browser draws no frames, and slows the timers, of a page that is behind another.
  concurrency: 1,
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2021',
      tsconfig: new URL('./tsconfig.json', import.meta.url).pathname,
    }),
  ],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: findBrowser() ?? undefined, headless: true, args } }),
  ],
  // Bounds for what hangs: a busy machine must not reach them.
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 400_000,
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), counts],
};

// How the service withstands public collections of hostile input, floods, and a jumping clock.
// Usage: npm run bench:hostile -- help
import { howToFill, judgeCorpora } from './corpora.js';
import { measureClockJumps } from './clock-jumps.js';
import { printFigures, type Figure } from './figures.js';
import { measureLoad } from './load.js';
import { measureSignIn } from './sign-in.js';

interface Result {
  figures: Figure[];
  /** Further results of a run. */
  notes: string[];
}

const help = `npm run bench:hostile -- PART

  load            a genuine visitor and agent while others attack: what they notice
  sign-in         genuine people sign in while others guess
  clock-jumps     people chat while the wall clock is set, once a second for a minute (needs libfaketime, Linux)
  corpora FOLDER  the service's answers to public collections, as far as they are in FOLDER
  help            this text

FOLDER has these, each as a checkout of its repository or a part of one has them:

${howToFill}

For example: git clone --depth 1 https://github.com/nst/JSONTestSuite FOLDER/JSONTestSuite
Nothing is downloaded by the bench. SEED=… repeats the draws of clock-jumps.`;

const parts: Record<string, (words: string[]) => Promise<Result>> = {
  load: measureLoad,
  'sign-in': measureSignIn,
  'clock-jumps': measureClockJumps,
  corpora([folder, ...others]) {
    if (folder === undefined || others.length > 0)
      throw new Error('Usage: npm run bench:hostile -- corpora FOLDER');
    return judgeCorpora(folder);
  },
};

const [part = 'help', ...words] = process.argv.slice(2);
process.exit(await run(part, words));

async function run(name: string, words: string[]): Promise<number> {
  const measure = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!measure) {
    console.log(help);
    return ['help', '--help', '-h'].includes(name) ? 0 : 1;
  }
  try {
    const { figures, notes } = await measure(words);
    const isPassed = printFigures(figures);
    for (const note of notes) console.log(`      ${note}`);
    return isPassed ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

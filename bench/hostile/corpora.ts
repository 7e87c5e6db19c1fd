import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../service/limits/limit-settings.js';
import type { JsonText } from '../../test/hostile/corpora/json-texts.js';
import type { TokenCase } from '../../test/hostile/corpora/tokens.js';
import { judgeBrokenUtf8, judgeJsonBodies, judgeJsonFrames } from '../../test/hostile/judges/json.js';
import { judgeDomains, judgeRequestOrigins, judgeSocketOrigins } from '../../test/hostile/judges/origins.js';
import { judgeSaidTexts, judgeStoredTexts } from '../../test/hostile/judges/texts.js';
import { judgeCheckedTokens, judgeStartedTokens } from '../../test/hostile/judges/tokens.js';
import { openTestApp, type TestApp } from '../../test/support/test-app.js';
import type { Figure } from './figures.js';

/** A public collection: its origin, and how the service's answers are judged. */
interface Corpus {
  name: string;
  origin: string;
  licence: string;
  /** The path to read, below the folder. */
  path: string;
  /** The number of cases, and the wrong answers. */
  judge(test: TestApp, path: string): Promise<{ cases: number; problems: string[] }>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const corpora: Corpus[] = [
  {
    name: 'JSON',
    origin: 'https://github.com/nst/JSONTestSuite',
    licence: 'MIT',
    path: 'JSONTestSuite/test_parsing',
    async judge(test, path) {
      const widgetId = await test.createWidget();
      const texts = readdirSync(path).map((name): JsonText => {
        const bytes = readFileSync(join(path, name));
        return { name, verdict: name[0] as JsonText['verdict'], bytes };
      });
      const problems = [
        ...(await judgeJsonBodies(test, widgetId, texts)),
        ...(await judgeJsonFrames(test, widgetId, texts)),
        ...(await judgeBrokenUtf8(test, widgetId, texts)),
      ];
      return { cases: texts.length, problems };
    },
  },
  {
    name: 'tokens',
    origin: 'https://github.com/C2SP/wycheproof',
    licence: 'Apache-2.0',
    path: 'wycheproof/testvectors_v1/json_web_signature_test.json',
    async judge(test, path) {
      const widgetId = await test.createWidget({ security: { required: true } });
      await test.rest('POST', `/api/widgets/${widgetId}/keys`);
      // Any other signing key is not one of this widget.
      const bad = tokensOf(readJson(path));
      const problems = [
        ...(await judgeCheckedTokens(test, widgetId, bad)),
        ...(await judgeStartedTokens(test, widgetId, bad)),
      ];
      return { cases: bad.length, problems };
    },
  },
  {
    name: 'origins and domains',
    origin: 'https://github.com/web-platform-tests/wpt',
    licence: 'BSD-3-Clause',
    path: 'wpt/url/resources/urltestdata.json',
    async judge(test, path) {
      const widgetId = await test.createWidget();
      const inputs = (readJson(path) as (string | { input: string })[])
        .filter((each) => typeof each !== 'string')
        .map(({ input }) => input);
      // Headers can't hold other characters: Node's parser refuses the request before any handler runs.
      const sendable = inputs.filter((input) => /^[\t\x20-\x7e\x80-\xff]*$/.test(input));
      const problems = [
        ...(await judgeRequestOrigins(test, widgetId, sendable)),
        ...(await judgeSocketOrigins(test, widgetId, sendable)),
        ...(await judgeDomains(test, widgetId, inputs)),
      ];
      return { cases: inputs.length, problems };
    },
  },
  {
    name: 'texts',
    origin: 'https://github.com/minimaxir/big-list-of-naughty-strings',
    licence: 'MIT',
    path: 'big-list-of-naughty-strings/blns.json',
    async judge(test, path) {
      const widgetId = await test.createWidget();
      const { agentId } = await test.createAgent('ada');
      const texts = readJson(path) as string[];
      const { said, kept, problems } = await judgeSaidTexts(test, widgetId, texts);
      if (JSON.stringify(said) !== JSON.stringify(kept))
        problems.push('the transcript differs from what was sent');
      problems.push(...(await judgeStoredTexts(test, { widgetId, agentId }, texts)));
      return { cases: texts.length, problems };
    },
  },
];

/** How to fill the folder, for the bench's help. */
export const howToFill = corpora
  .map(({ name, origin, licence, path }) => `  ${path}\n      ${name}: ${origin} (${licence})`)
  .join('\n');

/** Judges the service by the collections in a folder. Throws if there are none. */
export async function judgeCorpora(folder: string): Promise<{ figures: Figure[]; notes: string[] }> {
  const found = corpora.filter(({ path }) => existsSync(join(folder, path)));
  if (found.length === 0) throw new Error(`${folder} has none of these:\n${howToFill}`);
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const { name, path, judge } of found) {
    const test = await openTestApp({ limits: { ...defaultLimits, refusedTokensPerAddress: null } });
    const { cases, problems } = await judge(test, join(folder, path)).finally(() => test.close());
    figures.push({ name: `${name}: wrong answers to ${cases} cases`, value: problems.length, unit: '' });
    notes.push(...problems);
  }
  const missing = corpora.filter((corpus) => !found.includes(corpus));
  notes.push(...missing.map(({ name, path }) => `not judged: ${name}, there is no ${path}`));
  return { figures, notes };
}

function tokensOf(vectors: unknown): TokenCase[] {
  const { testGroups } = vectors as { testGroups: { tests: Vector[] }[] };
  return testGroups
    .flatMap(({ tests }) => tests)
    .map(({ tcId, comment, jws }) => ({
      name: `${tcId} ${comment}`,
      token: typeof jws === 'string' ? jws : JSON.stringify(jws),
    }));
}
interface Vector {
  tcId: number;
  comment: string;
  jws: unknown;
}

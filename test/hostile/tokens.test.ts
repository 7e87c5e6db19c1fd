import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { signToken } from '../support/sign-token.js';
import { badTokens, type TokenCase } from './corpora/tokens.js';
import { judgeCheckedTokens, judgeStartedTokens } from './judges/tokens.js';

interface Context {
  test: TestApp;
  widgetId: string;
  good: string;
  bad: TokenCase[];
}

const tokens = suite<Context>('tokens');
tokens.before(async (context) => {
  const test = await openTestApp();
  const widgetId = await test.createWidget({ security: { required: true } });
  const { key } = (await test.rest('POST', `/api/widgets/${widgetId}/keys`)).json<{ key: string }>();
  const now = Math.floor(Date.now() / 1000);
  const good = signToken({ key, payload: { sub: widgetId, iat: now - 1, exp: now + 500 } });
  Object.assign(context, { test, widgetId, good, bad: badTokens(widgetId, key, now) });
});
tokens.after(({ test }) => test.close());

tokens(
  'REST reports a problem for every bad token, and none for a good one',
  async ({ test, widgetId, good, bad }) => {
    // REST ignores white space around a pasted token.
    const others = bad.filter(({ token }) => token.trim() !== good);
    assert.equal(await judgeCheckedTokens(test, widgetId, others), []);
    const checked = await test.rest('POST', `/api/widgets/${widgetId}/token-checks`, { token: good });
    assert.is(checked.json<{ isGood: boolean }>().isGood, true);
  },
);
tokens(
  'a socket starts no chat with any bad token, and one with a good one',
  async ({ test, widgetId, good, bad }) => {
    // More than a hundred refusals a minute are delayed.
    assert.ok(bad.length < 100);
    assert.equal(await judgeStartedTokens(test, widgetId, bad), []);
    const frames = await test.customer(widgetId);
    frames.say({ type: 'start', clientToken: 'start'.padEnd(32, '.'), token: good });
    await frames.next('started');
  },
);
tokens.run();

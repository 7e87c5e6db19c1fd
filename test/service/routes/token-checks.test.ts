import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { signToken } from '../../support/sign-token.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const checks = suite<{ test: TestApp }>('/api/widgets/:widgetId/token-checks');
checks.before(async (context) => void (context.test = await openTestApp()));
checks.after(({ test }) => test.close());

checks('decodes a valid token, and names the key that signed it', async ({ test }) => {
  const widgetId = await test.createWidget();
  const { key, keyId } = (await test.rest('POST', `/api/widgets/${widgetId}/keys`)).json();
  const iat = Math.floor(Date.now() / 1000);
  const payload = { sub: widgetId, iat, exp: iat + 600, attributes: { plan: 'gold' } };
  const token = ` ${signToken({ key, payload })}\n`;
  const checked = (await test.rest('POST', `/api/widgets/${widgetId}/token-checks`, { token })).json();
  assert.equal(
    [checked.isGood, checked.header, checked.payload, checked.keyId, checked.problems],
    [true, { typ: 'JWT', alg: 'HS256' }, payload, keyId, []],
  );
  assert.is((await test.rest('GET', `/api/widgets/${widgetId}/keys`)).json()[0].lastUsedAt, null);
});
checks('lists all problems in words', async ({ test }) => {
  const widgetId = await test.createWidget();
  const { key } = (await test.rest('POST', `/api/widgets/${widgetId}/keys`)).json();
  const token = signToken({ key: 'x'.repeat(44), payload: { sub: 'other', iat: 1, exp: 601 } });
  const url = `/api/widgets/${widgetId}/token-checks`;
  const checked = (await test.rest('POST', url, { token })).json();
  assert.equal(
    checked.problems.map(({ reason }: { reason: string }) => reason),
    ['SIGNATURE', 'SUB', 'EXPIRED'],
  );
  for (const { message } of checked.problems) assert.match(message, /\.$|\?$/);
  assert.equal((await test.rest('POST', url, { token: 'x' })).json().problems[0].reason, 'MALFORMED');
  assert.is((await test.rest('POST', url, {})).json().pointer, '/token');
  assert.not.match(JSON.stringify(checked), key);
});
checks('requires an existing widget', async ({ test }) => {
  const answer = await test.rest('POST', '/api/widgets/none/token-checks', { token: 'x' });
  assert.is(answer.json().code, 'WIDGET_NOT_FOUND');
});
checks.run();

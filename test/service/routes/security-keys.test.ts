import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createSigner } from 'fast-jwt';
import { randomBytes } from 'node:crypto';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const keys = suite<{ test: TestApp; widgetId: string; url: string }>('/api/widgets/:widgetId/keys');
keys.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget({ security: { required: true } });
  context.url = `/api/widgets/${context.widgetId}/keys`;
});
keys.after.each(({ test }) => test.close());

/** A token as the published payload describes it. */
const sign = (key: string, widgetId: string): string => {
  const iat = Math.floor(Date.now() / 1000);
  return createSigner({ key, algorithm: 'HS256' })({ sub: widgetId, iat, exp: iat + 600 });
};
async function tryToStart(test: TestApp, widgetId: string, token?: string): Promise<string> {
  const frames = await test.customer(widgetId);
  frames.say({
    type: 'start',
    clientToken: randomBytes(24).toString('base64url'),
    ...(token !== undefined && { token }),
  });
  return Promise.race([
    frames.next('started').then(() => 'started'),
    frames.next('error').then(({ code, message }) => `${code}: ${message}`),
  ]);
}
const refused = 'TOKEN_REFUSED: The chat could not be started with this token.';

keys('creates a key of 44 characters, which is shown once', async ({ test, url }) => {
  const created = await test.rest('POST', url);
  assert.is(created.statusCode, 201);
  assert.match(created.json().key, /^[A-Za-z0-9+/]{43}=$/);
  const listed = await test.rest('GET', url);
  assert.equal(listed.json(), [
    { keyId: created.json().keyId, createdAt: created.json().createdAt, lastUsedAt: null },
  ]);
  assert.not.match(listed.body, created.json().key);
});

keys(
  'allows two live keys, which both start chats until the old one is deleted',
  async ({ test, url, widgetId }) => {
    const [old, next] = [(await test.rest('POST', url)).json(), (await test.rest('POST', url)).json()];
    const third = await test.rest('POST', url);
    assert.equal([third.statusCode, third.json().code], [409, 'KEY_LIMIT_REACHED']);
    assert.is(await tryToStart(test, widgetId, sign(old.key, widgetId)), 'started');
    assert.is(await tryToStart(test, widgetId, sign(next.key, widgetId)), 'started');
    assert.is((await test.rest('DELETE', `${url}/${old.keyId}`)).statusCode, 204);
    assert.is(await tryToStart(test, widgetId, sign(old.key, widgetId)), refused);
    assert.is(await tryToStart(test, widgetId, sign(next.key, widgetId)), 'started');
    assert.is((await test.rest('DELETE', `${url}/${old.keyId}`)).json().code, 'KEY_NOT_FOUND');
  },
);

keys('tells when a key was last used', async ({ test, url, widgetId }) => {
  const { key } = (await test.rest('POST', url)).json();
  await tryToStart(test, widgetId, sign(key, widgetId));
  const lastUsedAt = async () => (await test.rest('GET', url)).json()[0].lastUsedAt;
  while ((await lastUsedAt()) === null) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(Math.abs(Date.parse(await lastUsedAt()) - Date.now()) < 60_000);
});

keys(
  'starts no chat without a valid token if the widget requires one, and never tells why',
  async ({ test, url, widgetId }) => {
    const { key } = (await test.rest('POST', url)).json();
    for (const token of [
      undefined,
      '',
      'nonsense',
      sign(key, 'another-widget'),
      sign('x'.repeat(44), widgetId),
    ]) {
      assert.is(await tryToStart(test, widgetId, token), refused);
    }
  },
);

keys(
  "marks the token's statements about the customer as verified, and the page's not",
  async ({ test, url, widgetId }) => {
    const { key } = (await test.rest('POST', url)).json();
    const iat = Math.floor(Date.now() / 1000);
    const token = createSigner({ key, algorithm: 'HS256' })({
      sub: widgetId,
      iat,
      exp: iat + 60,
      attributes: { tier: 'gold' },
    });
    const frames = await test.customer(widgetId);
    frames.say({
      type: 'start',
      clientToken: 'c'.repeat(32),
      token,
      attributes: { tier: 'platinum', basket: '3' },
    });
    const { contactId } = await frames.next('started');
    const state = await test.core.contacts.state(contactId);
    assert.equal(state!.attributes, {
      verified: { tier: 'gold' },
      unverified: { tier: 'platinum', basket: '3' },
    });
  },
);
keys.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

const password = 'correct horse battery';
const credentials = { username: 'ada', password };
const origin = publicUrl;

const session = suite<{ test: TestApp }>('/api/session and /api/setup');
session.before.each(async (context) => void (context.test = await openTestApp()));
session.after.each(({ test }) => test.close());

const signIn = (test: TestApp, payload: object, headers: Record<string, string> = { origin }) =>
  test.inject({ method: 'POST', url: '/api/session', headers, payload });
const setUp = (test: TestApp, token: string, change: object = {}) =>
  test.inject({
    method: 'POST',
    url: '/api/setup',
    headers: { origin },
    payload: { token, displayName: 'Ada', ...credentials, ...change },
  });
const cookieOf = (response: { headers: Record<string, unknown> }): string =>
  String(response.headers['set-cookie']).split(';')[0]!;

session('creates the first administrator with the set-up link once, and signs them in', async ({ test }) => {
  const token = await test.core.setupLink.issue();
  assert.is((await setUp(test, `${token}x`)).json().code, 'SETUP_LINK_REFUSED');
  const created = await setUp(test, token);
  assert.is(created.statusCode, 204);
  const who = await test.inject({
    method: 'GET',
    url: '/api/session',
    headers: { cookie: cookieOf(created) },
  });
  assert.equal([who.json().username, who.json().role], ['ada', 'admin']);
  assert.is((await setUp(test, token, { username: 'eve' })).json().code, 'SETUP_LINK_REFUSED');
});

session("names the member if a password is too short, and doesn't use up the link", async ({ test }) => {
  const token = await test.core.setupLink.issue();
  const refused = await setUp(test, token, { password: 'short' });
  assert.equal([refused.statusCode, refused.json().pointer], [400, '/password']);
  assert.is((await setUp(test, token)).statusCode, 204);
});

session('tells a page only whether its link is still valid', async ({ test }) => {
  const ask = (token: string) =>
    test.inject({ method: 'GET', url: '/api/setup', headers: { 'x-setup-token': token } });
  const token = await test.core.setupLink.issue();
  const good = await ask(token);
  assert.equal([good.statusCode, good.body], [204, '']);
  const wrong = await ask('not-a-token');
  assert.equal([wrong.statusCode, wrong.json().code], [403, 'SETUP_LINK_REFUSED']);
  assert.is((await setUp(test, token)).statusCode, 204);
  const used = await ask(token);
  assert.equal(used.json(), wrong.json(), 'answers the same for a used link and one that never existed');
  assert.is((await test.inject({ method: 'GET', url: '/api/setup' })).statusCode, 400);
});

session('refuses the link once there is an account', async ({ test }) => {
  const token = await test.core.setupLink.issue();
  await test.createAgent('grace');
  assert.is((await setUp(test, token)).json().code, 'SETUP_LINK_REFUSED');
});

session(
  'hides the cookie from scripts, from other websites, and from plain connections if https is used',
  async ({ test }) => {
    await test.createAgent('ada');
    const cookie = String((await signIn(test, credentials)).headers['set-cookie']);
    assert.match(cookie, /^connect-chat=/);
    for (const attribute of [/; Path=\//, /; HttpOnly/, /; SameSite=Strict/, /; Max-Age=43200/])
      assert.match(cookie, attribute);
    const secure = await openTestApp({ publicUrl: 'https://chat.example' });
    await secure.createAgent('ada');
    const secured = String(
      (await signIn(secure, credentials, { origin: 'https://chat.example' })).headers['set-cookie'],
    );
    assert.match(secured, /^__Host-connect-chat=.*; Secure/);
    await secure.close();
  },
);

session('lets no page of another website sign in or out', async ({ test }) => {
  const { cookie } = await test.createAgent('ada');
  const foreign = { origin: 'https://evil.example' };
  assert.is((await signIn(test, credentials, foreign)).json().code, 'ORIGIN_REFUSED');
  const out = await test.inject({ method: 'DELETE', url: '/api/session', headers: { ...foreign, cookie } });
  assert.is(out.json().code, 'ORIGIN_REFUSED');
  // An administrator who uses another name of the machine is told the right address.
  const message = `Sign in at ${publicUrl}: this address is not the service's PUBLIC_URL.`;
  assert.equal(
    [(await signIn(test, credentials, foreign)).json().message, out.json().message],
    [message, message],
  );
});

session("ends the session and the agent's socket at signing out", async ({ test }) => {
  const { cookie } = await test.createAgent('ada');
  const socket = await test.agent(cookie);
  const out = await test.inject({ method: 'DELETE', url: '/api/session', headers: { origin, cookie } });
  assert.is(out.statusCode, 204);
  assert.is((await socket.closed).code, 4501);
  const who = await test.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  assert.is(who.json().code, 'NOT_SIGNED_IN');
});

session(
  "lets only administrators change configuration, and only from the service's own pages",
  async ({ test }) => {
    const agent = await test.createAgent('ada');
    const admin = await test.createAgent('grace', { role: 'admin' });
    const create = (headers: Record<string, string>) =>
      test.inject({ method: 'POST', url: '/api/widgets', headers, payload: { name: 'Shop' } });
    assert.is((await create({ origin, cookie: agent.cookie })).json().code, 'NOT_ALLOWED');
    assert.is((await create({ cookie: admin.cookie })).json().code, 'ORIGIN_REFUSED');
    assert.is(
      (await create({ cookie: admin.cookie, origin: 'https://evil.example' })).json().code,
      'ORIGIN_REFUSED',
    );
    assert.is((await create({ cookie: admin.cookie, origin })).statusCode, 201);
    assert.is((await create({})).json().code, 'NOT_SIGNED_IN');
    assert.is((await create({ authorization: 'Bearer wrong' })).json().code, 'NOT_SIGNED_IN');
  },
);

session("requires a session and an own page for an agent's socket", async ({ test }) => {
  const { cookie } = await test.createAgent('ada');
  for (const headers of [
    { origin },
    { origin, cookie: 'connect-chat=x.y' },
    { origin: 'https://evil.example', cookie },
    { cookie },
  ] as Record<string, string>[]) {
    const opened = await test.app.injectWS('/agent/socket', { headers }).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    assert.match(opened, /401|403/);
  }
});
session.run();

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { adminToken, openTestApp, type TestApp } from '../../support/test-app.js';

const widgets = suite<{ test: TestApp }>('/api/widgets');
widgets.before(async (context) => void (context.test = await openTestApp()));
widgets.after(({ test }) => test.close());

widgets('needs only a name: everything else has usable defaults', async ({ test }) => {
  const created = await test.rest('POST', '/api/widgets', { name: 'Shop' });
  assert.is(created.statusCode, 201);
  const widget = created.json();
  assert.match(widget.widgetId, /^[0-9a-f-]{36}$/);
  assert.is(created.headers.location, `/api/widgets/${widget.widgetId}`);
  assert.equal(
    [widget.domains, widget.flowId, widget.security, widget.language],
    [[], 'default', { required: false }, 'en'],
  );
  assert.match(widget.theme.openIcon.backgroundColor, /^#/);
  assert.equal((await test.rest('GET', `/api/widgets/${widget.widgetId}`)).json(), widget);
});

widgets('returns what was sent, with domains as browsers spell them', async ({ test }) => {
  const sent = {
    name: 'Shop',
    domains: [
      'https://Shop.Example/',
      'https://*.shop.example',
      'http://localhost:3000',
      'https://bücher.example:443',
    ],
    security: { required: true },
    theme: { headerColor: '#123456', openIcon: { color: '#abc' } },
    texts: { title: 'Ask us' },
    language: 'de',
  };
  const widget = (await test.rest('POST', '/api/widgets', sent)).json();
  assert.equal(widget.domains, [
    'https://shop.example',
    'https://*.shop.example',
    'http://localhost:3000',
    'https://xn--bcher-kva.example',
  ]);
  assert.equal(
    [widget.theme.headerColor, widget.theme.openIcon.color, widget.texts.title],
    ['#123456', '#abc', 'Ask us'],
  );
  assert.match(widget.theme.openIcon.backgroundColor, /^#/);
});

widgets('lists, replaces, patches and deletes', async ({ test }) => {
  const { widgetId } = (
    await test.rest('POST', '/api/widgets', { name: 'One', texts: { title: 'One' } })
  ).json();
  const url = `/api/widgets/${widgetId}`;
  const replaced = (await test.rest('PUT', url, { name: 'Two' })).json();
  assert.equal([replaced.name, replaced.texts.title], ['Two', 'Chat with us']);
  const patched = (
    await test.rest('PATCH', url, { texts: { title: 'Three' }, domains: ['https://a.example'] })
  ).json();
  assert.equal([patched.name, patched.texts.title, patched.domains], ['Two', 'Three', ['https://a.example']]);
  const back = (await test.rest('PATCH', url, { texts: { title: null } })).json();
  assert.is(back.texts.title, 'Chat with us');
  assert.ok(
    (await test.rest('GET', '/api/widgets'))
      .json()
      .some((each: { widgetId: string }) => each.widgetId === widgetId),
  );
  assert.is((await test.rest('DELETE', url)).statusCode, 204);
  assert.is((await test.rest('GET', url)).json().code, 'WIDGET_NOT_FOUND');
  assert.is((await test.rest('DELETE', url)).statusCode, 404);
});

widgets('names the member at fault and what it accepts', async ({ test }) => {
  for (const [body, code, pointer] of [
    [{}, 'REQUEST_INVALID', '/name'],
    [{ name: '' }, 'REQUEST_INVALID', '/name'],
    [{ name: 'x', colour: 'red' }, 'REQUEST_INVALID', '/colour'],
    [{ name: 'x', theme: { headerColor: 'red' } }, 'REQUEST_INVALID', '/theme/headerColor'],
    [{ name: 'x', theme: { font: 'a;b:url(x)' } }, 'REQUEST_INVALID', '/theme/font'],
    [{ name: 'x', theme: { openIcon: { color: '</style>' } } }, 'REQUEST_INVALID', '/theme/openIcon/color'],
    [{ name: 'x', texts: { title: 'x'.repeat(10_000) } }, 'REQUEST_INVALID', '/texts/title'],
    [{ name: 'x', domains: ['https://a.example', 'ftp://b.example'] }, 'DOMAIN_INVALID', '/domains/1'],
    [{ name: 'x', domains: ['https://a.example', 'https://A.example/'] }, 'DOMAIN_DUPLICATE', '/domains/1'],
    [
      { name: 'x', domains: Array.from({ length: 51 }, (_, n) => `https://a${n}.example`) },
      'REQUEST_INVALID',
      '/domains',
    ],
    [{ name: 'x', flowId: 'none' }, 'REQUEST_INVALID', '/flowId'],
  ] as const) {
    const response = await test.rest('POST', '/api/widgets', body);
    const answer = response.json();
    assert.equal(
      [response.statusCode, answer.statusCode, answer.code, answer.pointer],
      [400, 400, code, pointer],
      JSON.stringify(body),
    );
    assert.ok(answer.message.length > 10);
  }
});

widgets(
  'answers invalid JSON, too large bodies and other media types in the same shape',
  async ({ test }) => {
    const headers = { authorization: `Bearer ${'x'.repeat(40)}`, 'content-type': 'application/json' };
    assert.is(
      (await test.inject({ method: 'GET', url: '/api/widgets', headers })).json().code,
      'NOT_SIGNED_IN',
    );
    assert.is((await test.inject({ method: 'GET', url: '/api/widgets' })).json().code, 'NOT_SIGNED_IN');
    assert.is((await test.inject({ method: 'GET', url: '/nowhere' })).json().code, 'ROUTE_NOT_FOUND');
    const post = (payload: string, type = 'application/json') =>
      test.app.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': type }, payload });
    assert.is((await post('{')).json().code, 'BODY_NOT_JSON');
    assert.is((await post('a=b', 'application/x-www-form-urlencoded')).json().code, 'MEDIA_TYPE_UNSUPPORTED');
    assert.is((await post(JSON.stringify('x'.repeat(1024 * 1024)))).json().code, 'BODY_TOO_LARGE');
  },
);

widgets('refuses a change over a version that was changed meanwhile', async ({ test }) => {
  const created = await test.rest('POST', '/api/widgets', { name: 'One' });
  const url = `/api/widgets/${created.json().widgetId}`;
  const authorization = `Bearer ${adminToken}`;
  const patch = (tag: string, name: string) =>
    test.inject({ method: 'PATCH', url, headers: { authorization, 'if-match': tag }, payload: { name } });
  const first = await patch(String(created.headers.etag), 'Two');
  assert.is(first.statusCode, 200);
  const second = await patch(String(created.headers.etag), 'Three');
  assert.equal([second.statusCode, second.json().code], [412, 'VERSION_CONFLICT']);
  assert.is((await test.rest('GET', url)).json().name, 'Two');
});

widgets('is stored in a readable file, which survives a restart', async () => {
  const first = await openTestApp();
  const { widgetId } = (await first.rest('POST', '/api/widgets', { name: 'Kept' })).json();
  await first.app.close();
  const file = JSON.parse(await readFile(join(first.dataDir, 'widgets.json'), 'utf8'));
  assert.is(file[widgetId].value.name, 'Kept');
  const second = await openTestApp({ dataDir: first.dataDir });
  assert.is((await second.rest('GET', `/api/widgets/${widgetId}`)).json().name, 'Kept');
  await second.close();
});
widgets.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

const history = suite<{ test: TestApp }>('/api/widgets/:widgetId/history');
history.before(async (context) => void (context.test = await openTestApp()));
history.after(({ test }) => test.close());

history('lists all saved versions with author and time, the live one first', async ({ test }) => {
  const widgetId = await test.createWidget({
    texts: { title: 'One' },
  });
  const url = `/api/widgets/${widgetId}`;
  const { cookie } = await test.createAgent('maria', { role: 'admin' });
  await test.inject({
    method: 'PATCH',
    url,
    headers: { cookie, origin: publicUrl },
    payload: { texts: { title: 'Two' } },
  });
  const versions = (await test.rest('GET', `${url}/history`)).json();
  assert.equal(
    versions.map((each: { version: number; savedBy: string; widget: { texts: { title: string } } }) => [
      each.version,
      each.savedBy,
      each.widget.texts.title,
    ]),
    [
      [2, 'maria', 'Two'],
      [1, null, 'One'],
    ],
  );
  assert.ok(versions[0].savedAt >= versions[1].savedAt);
});
history('restores a version, but only over the version that was read', async ({ test }) => {
  const widgetId = await test.createWidget({ texts: { title: 'One' } });
  const url = `/api/widgets/${widgetId}`;
  await test.rest('PATCH', url, { texts: { title: 'Two' } });
  const [, first] = (await test.rest('GET', `${url}/history`)).json();
  const put = (tag: string) =>
    test.inject({
      method: 'PUT',
      url,
      headers: { authorization: `Bearer ${test.core.settings.adminToken}`, 'if-match': tag },
      payload: first.widget,
    });
  assert.is((await put('"1"')).json().code, 'VERSION_CONFLICT');
  const back = await put('"2"');
  assert.equal([back.headers.etag, back.json().texts.title], ['"3"', 'One']);
  assert.is((await test.rest('GET', `${url}/history`)).json().length, 3);
});
history('requires an administrator and an existing widget', async ({ test }) => {
  assert.is((await test.rest('GET', '/api/widgets/none/history')).json().code, 'WIDGET_NOT_FOUND');
  const { cookie } = await test.createAgent('paul');
  for (const path of ['history', 'activity']) {
    const answer = await test.inject({ url: `/api/widgets/none/${path}`, headers: { cookie } });
    assert.is(answer.json().code, 'NOT_ALLOWED');
  }
});
history.run();

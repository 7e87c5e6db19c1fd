import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const demo = suite<{ test: TestApp }>('/demo/');
demo.before(async (context) => void (context.test = await openTestApp()));
demo.after(({ test }) => test.close());

const open = (test: TestApp, query = '', cookie = '') =>
  test.inject({ method: 'GET', url: `/demo/${query}`, headers: { cookie } });
const create = async (test: TestApp, widget: object): Promise<string> =>
  (await test.rest('POST', '/api/widgets', widget)).json().widgetId as string;

const sampleOf = async (test: TestApp): Promise<{ widgetId: string }> =>
  (await test.rest('GET', '/api/widgets')).json().find(({ name }: { name: string }) => name === 'Sample');

demo('has the sample widget by default', async ({ test }) => {
  const sample = await sampleOf(test);
  const { statusCode, body } = await open(test);
  assert.is(statusCode, 200);
  assert.match(body, `<connect-chat-widget widget-id="${sample.widgetId}">`);
});
demo('has the widget that its address names, and shows which', async ({ test }) => {
  const widgetId = await create(test, { name: 'Corner shop' });
  const { body } = await open(test, `?widget-id=${widgetId}`);
  assert.match(body, `<connect-chat-widget widget-id="${widgetId}">`);
  assert.match(body, `the widget <code>${widgetId}</code>`);
});
demo("shows the widget's name to staff only, as text", async ({ test }) => {
  const widgetId = await create(test, { name: '<b>Corner</b> & shop' });
  assert.not.match((await open(test, `?widget-id=${widgetId}`)).body, 'Corner</b>');
  const { body } = await open(test, `?widget-id=${widgetId}`, (await test.createAgent('maria')).cookie);
  assert.match(body, 'the widget “&lt;b&gt;Corner&lt;/b&gt; &amp; shop”');
});
demo("tells that a chat can't start if a token is required", async ({ test }) => {
  const widgetId = await create(test, { name: 'Safe', security: { required: true } });
  assert.match((await open(test, `?widget-id=${widgetId}`)).body, 'requires a token from your website');
});
demo('explains a missing widget, and repeats nothing of the address', async ({ test }) => {
  for (const id of ['none', '"><script>alert(1)</script>', '__proto__']) {
    const { statusCode, body, headers } = await open(test, `?widget-id=${encodeURIComponent(id)}`);
    assert.is(statusCode, 404);
    assert.match(String(headers['content-type']), 'text/html');
    assert.match(body, 'We can’t find this widget');
    assert.not.match(body, 'alert(1)');
    assert.not.match(body, '<connect-chat-widget');
  }
});
demo('links to the widgets if the sample widget was deleted', async ({ test }) => {
  const sample = await sampleOf(test);
  await test.rest('DELETE', `/api/widgets/${sample.widgetId}`);
  const { statusCode, body } = await open(test);
  assert.is(statusCode, 404);
  assert.match(body, 'The sample widget was deleted');
});
demo.run();

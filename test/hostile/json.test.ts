import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { jsonTexts } from './corpora/json-texts.js';
import { judgeBrokenUtf8, judgeJsonBodies, judgeJsonFrames } from './judges/json.js';

const json = suite<{ test: TestApp; widgetId: string }>('JSON');
json.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
json.after(({ test }) => test.close());

json('REST accepts valid JSON, refuses invalid JSON, and never fails', async ({ test, widgetId }) => {
  assert.equal(await judgeJsonBodies(test, widgetId, jsonTexts), []);
});
json('a socket answers every frame with a code, and continues', async ({ test, widgetId }) => {
  assert.equal(await judgeJsonFrames(test, widgetId, jsonTexts), []);
});
json('invalid UTF-8 closes its socket, and no other', async ({ test, widgetId }) => {
  assert.equal(await judgeBrokenUtf8(test, widgetId, jsonTexts), []);
});
json.run();

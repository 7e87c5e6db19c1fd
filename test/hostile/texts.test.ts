import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { hostileTexts } from './corpora/texts.js';
import { judgeSaidTexts, judgeStoredTexts } from './judges/texts.js';

const texts = suite<{ test: TestApp; widgetId: string }>('texts');
texts.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
texts.after(({ test }) => test.close());

texts('REST returns each text as it was sent', async ({ test, widgetId }) => {
  const { agentId } = await test.createAgent('ada');
  assert.equal(await judgeStoredTexts(test, { widgetId, agentId }, hostileTexts), []);
});
texts(
  'a chat returns each text as it was sent, on its socket and in the transcript',
  async ({ test, widgetId }) => {
    const { said, kept, problems } = await judgeSaidTexts(test, widgetId, hostileTexts);
    assert.equal(problems, []);
    assert.equal(said, hostileTexts);
    assert.equal(kept, said);
  },
);
texts.run();

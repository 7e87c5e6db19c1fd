import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultTexts } from '../../shared/visitor-texts/default-texts.js';
import { openTestApp, type TestApp } from '../support/test-app.js';

const speaks = suite<{ service: TestApp }>('the default flow');
speaks.before.each(async (context) => {
  context.service = await openTestApp();
});
speaks.after.each(({ service }) => service.close());

/** The sentences that a visitor of this language gets at the start of a chat. */
async function sentences(service: TestApp, widgetId: string, language?: string): Promise<string[]> {
  const socket = await service.customer(widgetId);
  socket.say({
    type: 'start',
    clientToken: `start-in-${language}-${widgetId}`,
    ...(language && { language }),
  });
  const read: string[] = [];
  while (read.length < 2) {
    const { item } = await socket.next('item');
    if (item.contentType === 'text/plain') read.push(item.content);
  }
  return read;
}

speaks("uses the visitor's language", async ({ service }) => {
  const widgetId = await service.createWidget();
  const { greeting, nobodyAvailable } = defaultTexts.ja;
  assert.equal(await sentences(service, widgetId, 'ja-JP'), [greeting, nobodyAvailable]);
});
speaks("uses the widget's language if the page names none", async ({ service }) => {
  const widgetId = await service.createWidget({ language: 'de' });
  const { greeting, nobodyAvailable } = defaultTexts.de;
  assert.equal(await sentences(service, widgetId), [greeting, nobodyAvailable]);
});
speaks("uses the administrator's texts for that language", async ({ service }) => {
  const texts = { byLanguage: { fr: { greeting: 'Coucou !' } } };
  const widgetId = await service.createWidget({ texts });
  assert.equal(await sentences(service, widgetId, 'fr'), ['Coucou !', defaultTexts.fr.nobodyAvailable]);
});
speaks.run();

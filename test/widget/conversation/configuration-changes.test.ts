import { expect } from '@open-wc/testing';
import type { WidgetConfiguration } from '../../../shared/widget-config.js';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';

const titled = (title: string): WidgetConfiguration => ({
  ...fakeConfiguration,
  texts: { ...fakeConfiguration.texts, title },
});

describe('a change of the widget’s configuration', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://changes.example')));
  afterEach(() => site.leave());

  it('reaches an open chat at once by its connection', async () => {
    const visitor = await openChat(site);
    await visitor.reads('Chat with us');
    site.chat.tell({ type: 'configuration', configuration: titled('Ask the bakers') });
    await visitor.reads('Ask the bakers');
  });

  it('is loaded again if the page has its own language', async () => {
    const visitor = await openChat(site, { language: 'en' });
    site.chat.answer(200, titled('In the page’s language'));
    site.chat.tell({ type: 'configuration', configuration: titled('In the widget’s language') });
    await visitor.reads('In the page’s language');
  });

  it('is loaded after an interruption of the connection', async () => {
    const visitor = await openChat(site);
    site.chat.answer(200, titled('Changed meanwhile'));
    site.chat.drop();
    await site.chat.heard('resume');
    site.chat.resume();
    await visitor.reads('Changed meanwhile');
  });

  it('is polled by an open panel without a chat', async () => {
    const visitor = await site.visit({}, { startOn: 'message' });
    await visitor.widget.show();
    await visitor.finds('Message');
    site.chat.answer(200, { ...titled('Looked for'), startOn: 'message' });
    await visitor.reads('Looked for');
  });

  it('is loaded when the page returns to the foreground', async () => {
    const visitor = await site.visit();
    site.chat.answer(200, {
      ...fakeConfiguration,
      theme: { ...fakeConfiguration.theme, launcherLabel: 'Ask us' },
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await visitor.reads('Ask us');
  });

  it('keeps the known configuration if the service does not answer', async () => {
    const visitor = await site.visit();
    site.chat.answer(500, {});
    await visitor.widget.refresh();
    expect(visitor.find('Start chat')).not.to.equal(undefined);
  });
});

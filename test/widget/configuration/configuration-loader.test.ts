import { expect, oneEvent } from '@open-wc/testing';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { waitUntil } from '../../support/wait-until.js';

const titled = (title: string) => ({ ...fakeConfiguration, texts: { ...fakeConfiguration.texts, title } });
const returnToPage = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

describe('the configuration of a widget', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://configured.example')));
  afterEach(() => site.leave());

  it('is loaded again when the visitor returns to the page', async () => {
    const visitor = await site.visit();
    await visitor.widget.show();
    await visitor.reads('Chat with us');
    site.chat.answer(200, titled('Ask the baker'));
    returnToPage();
    await visitor.reads('Ask the baker');
  });

  it('stays if it is the same, or can’t be loaded', async () => {
    const { widget } = await site.visit();
    const known = widget.configuration;
    for (const [status, body] of [
      [200, fakeConfiguration],
      [503, { code: 'TEMPORARILY_UNAVAILABLE', message: 'Later.' }],
    ] as const) {
      site.chat.answer(status, body);
      await widget.refresh();
      expect(widget.configuration).to.equal(known);
    }
  });

  it('that came by the chat’s socket is newer than one that was requested before', async () => {
    const visitor = await openChat(site);
    site.chat.answer(200, titled('Requested'));
    const refreshed = visitor.widget.refresh();
    site.chat.tell({ type: 'configuration', configuration: titled('By the socket') });
    await refreshed;
    await visitor.reads('By the socket');
    expect(visitor.text()).not.to.contain('Requested');
  });

  it('is requested again by show() after it could not be loaded', async () => {
    const visitor = await site.visit();
    const { widget } = visitor;
    site.chat.answer(503, { code: 'TEMPORARILY_UNAVAILABLE', message: 'Later.' });
    const failed = oneEvent(widget, 'connect-chat-error');
    widget.widgetId = 'w2';
    expect((await failed).detail.code).to.equal('TEMPORARILY_UNAVAILABLE');
    site.chat.answer(200, titled('Open again'));
    await widget.show();
    await visitor.reads('Open again');
    await waitUntil(() => widget.open);
  });
});

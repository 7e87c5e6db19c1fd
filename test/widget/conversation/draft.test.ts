import { expect } from '@open-wc/testing';
import { createPageStore } from '../../../client/page-store.js';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { waitUntil } from '../../support/wait-until.js';

const serviceUrl = 'https://draft.example';

describe('the draft of a chat', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite(serviceUrl)));
  afterEach(() => site.leave());
  const field = async (visitor: Awaited<ReturnType<typeof openChat>>) =>
    (await visitor.finds('Message')) as HTMLTextAreaElement;
  const kept = () => createPageStore({ serviceUrl, widgetId: 'w1' }).readDraft();

  it('is restored on the next page', async () => {
    const visitor = await openChat(site);
    await visitor.types('I was about to');
    await waitUntil(async () => (await kept()) === 'I was about to');
    visitor.widget.remove();
    await Promise.resolve();
    const next = await site.visit();
    await next.widget.show();
    const text = await field(next);
    await waitUntil(() => text.value === 'I was about to');
  });

  it('tells the agent that the visitor is typing', async () => {
    const visitor = await openChat(site);
    await visitor.types('I');
    expect((await site.chat.heard('typing')).type).to.equal('typing');
  });

  it('is removed when it is sent', async () => {
    const visitor = await openChat(site);
    await visitor.types('hello');
    await visitor.press('Send');
    expect((await field(visitor)).value).to.equal('');
    await site.chat.acknowledge('hello', 3);
    await waitUntil(async () => (await kept()) === '');
  });

  it('is not replaced by a stored one that arrives later', async () => {
    await createPageStore({ serviceUrl, widgetId: 'w1' }).writeDraft('old');
    const { widget, types, finds } = await site.visit();
    await widget.prefill('new');
    await widget.show();
    await types('newer');
    expect(((await finds('Message')) as HTMLTextAreaElement).value).to.equal('newer');
    await waitUntil(async () => (await kept()) === 'newer');
  });

  it('is forgotten when the page signs the visitor out', async () => {
    const visitor = await openChat(site);
    await visitor.types('secret');
    await waitUntil(async () => (await kept()) === 'secret');
    await visitor.widget.reset();
    expect([visitor.widget.open, site.kept()]).to.deep.equal([false, []]);
    await waitUntil(async () => (await kept()) === '');
    await visitor.widget.show();
    await site.chat.started();
    expect((await field(visitor)).value).to.equal('');
  });
});

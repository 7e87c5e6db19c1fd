import { expect, oneEvent } from '@open-wc/testing';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { waitUntil } from '../../support/wait-until.js';

describe('the end of a chat', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://ending.example')));
  afterEach(() => site.leave());
  const { features } = fakeConfiguration;

  it('has to be confirmed, and can be cancelled by a button or by Escape', async () => {
    const visitor = await openChat(site);
    const start = visitor.focus();
    for (const back of [() => visitor.press('Cancel'), () => visitor.key('Escape')]) {
      await visitor.press('End chat');
      await visitor.reads('End this chat?');
      expect(visitor.focus()).to.equal('End chat');
      await back();
      await visitor.readsNoMore('End this chat?');
      expect([visitor.focus(), visitor.widget.open]).to.deep.equal([start, true]);
    }
  });

  it('needs no confirmation if configured so', async () => {
    const visitor = await openChat(site, {}, { features: { ...features, confirmEnd: false } });
    await visitor.press('End chat');
    expect((await site.chat.heard('end')).type).to.equal('end');
  });

  it('may come from the service, and removes the question', async () => {
    const visitor = await openChat(site);
    await visitor.press('End chat');
    site.chat.end(4);
    await visitor.reads('The chat has ended');
    expect(visitor.text()).not.to.contain('End this chat?');
    expect([visitor.find('Message'), visitor.find('End chat')]).to.deep.equal([undefined, undefined]);
  });

  it('waits in endChat() until all messages are stored', async () => {
    const visitor = await openChat(site);
    const ended = oneEvent(visitor.widget, 'connect-chat-end');
    const sent = visitor.widget.send('goodbye');
    const end = visitor.widget.endChat();
    await site.chat.acknowledge('goodbye', 3);
    await site.chat.heard('end');
    site.chat.end(4);
    await Promise.all([sent, end]);
    expect((await ended).detail).to.deep.equal({ contactId: 'k1' });
  });

  it('offers the transcript, if configured', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'The last word');
    site.chat.end(3);
    const { click } = HTMLAnchorElement.prototype;
    const saved = new Promise<string>((resolve) => {
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        resolve(this.download);
      };
    });
    try {
      await visitor.press('Save transcript');
      expect(await saved).to.match(/^Chat-with-us-\d{4}-\d\d-\d\d\.txt$/);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  it('offers no transcript, if not configured', async () => {
    const visitor = await openChat(site, {}, { features: { ...features, transcript: false } });
    site.chat.end(3);
    await visitor.finds('New chat');
    expect(visitor.find('Save transcript')).to.equal(undefined);
  });

  it('is forgotten when the panel is closed: the next chat begins empty', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'Long ago');
    site.chat.end(3);
    await visitor.finds('New chat');
    await visitor.press('Minimise');
    await waitUntil(() => site.kept().length === 0);
    await visitor.widget.show();
    await site.chat.started();
    await visitor.finds('Message');
    expect(visitor.text()).not.to.contain('Long ago');
  });
});

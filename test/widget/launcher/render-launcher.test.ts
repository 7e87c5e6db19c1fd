import { expect } from '@open-wc/testing';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { waitUntil } from '../../support/wait-until.js';

describe('the launcher', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://launcher.example')));
  afterEach(() => site.leave());
  const { theme, texts } = fakeConfiguration;

  it('has the name that the service sends in the page’s language', async () => {
    const visitor = await site.visit({}, { texts: { ...texts, launcher: 'Chat starten' } });
    expect((await visitor.finds('Chat starten')).getAttribute('aria-haspopup')).to.equal('dialog');
  });

  it('shows the theme’s text, and keeps it in its name when messages arrive', async () => {
    const visitor = await openChat(site, {}, { theme: { ...theme, launcherLabel: 'Ask us' } });
    await visitor.widget.hide();
    site.chat.say(2, 'one');
    await visitor.finds('Ask us. New messages: 1');
    expect(visitor.text()).to.contain('Ask us');
  });

  it('counts messages that arrive while the panel is closed, and none of the visitor’s', async () => {
    const visitor = await openChat(site);
    await visitor.widget.hide();
    site.chat.say(2, 'one');
    await visitor.finds('Start chat. New messages: 1');
    void visitor.widget.send('from the page');
    await site.chat.acknowledge('from the page', 3);
    site.chat.say(4, 'two');
    await visitor.finds('Start chat. New messages: 2');
  });

  it('opens the panel by a press, and becomes the button that closes it', async () => {
    const visitor = await site.visit();
    await visitor.press('Start chat');
    await site.chat.started();
    await visitor.finds('Message');
    await visitor.press('Close');
    await waitUntil(() => !visitor.widget.open);
    expect(visitor.find('Start chat')).not.to.equal(undefined);
  });

  it('is missing while the element is a part of the page', async () => {
    const visitor = await site.visit({ mode: 'inline' });
    await visitor.finds('Message');
    expect(visitor.find('Start chat')).to.equal(undefined);
  });

  it('stays when the chat’s code can’t be used, and the panel opens at the next press', async () => {
    const visitor = await site.visit({ authenticate: () => Promise.reject(new Error('no token')) });
    await visitor.press('Start chat');
    await visitor.reads('The chat couldn’t be started.');
    visitor.widget.authenticate = undefined;
    await visitor.press('Try again');
    await site.chat.started();
    await visitor.readsNoMore('The chat couldn’t be started.');
  });
});

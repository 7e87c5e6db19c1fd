import { expect } from '@open-wc/testing';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { waitUntil } from '../../support/wait-until.js';

describe('the connection of a chat', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://connection.example')));
  afterEach(() => site.leave());

  it('is shown as being established until the chat has started', async () => {
    const { widget, reads, readsNoMore } = await site.visit();
    await widget.show();
    await reads('Connecting…');
    await site.chat.started();
    await readsNoMore('Connecting…');
  });

  it('is shown as lost, and reconnects by itself', async () => {
    const visitor = await openChat(site);
    site.chat.drop();
    await visitor.reads('Connection lost.');
    const banner = visitor.find('Try now')!.closest('[role=status]')!;
    expect(banner.querySelector('p')!.textContent).to.match(/Connection lost/);
    await site.chat.heard('resume');
    site.chat.resume();
    await visitor.readsNoMore('Connection lost.');
    expect(visitor.find('Try now')).to.equal(undefined);
  });

  it('is tried at once when the visitor presses the button', async () => {
    const visitor = await openChat(site);
    const { length } = site.chat.sockets;
    site.chat.drop();
    await visitor.finds('Try now');
    if (site.chat.sockets.length === length) await visitor.press('Try now');
    expect(site.chat.sockets).to.have.length(length + 1);
  });

  it('is shown as offline when the browser is', async () => {
    const visitor = await openChat(site);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      site.chat.drop();
      await visitor.reads('You’re offline.');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    dispatchEvent(new Event('online'));
    await visitor.readsNoMore('You’re offline.');
  });

  it('keeps messages that are sent while it is lost, and says so', async () => {
    const visitor = await openChat(site);
    site.chat.drop();
    await visitor.reads('Connection lost.');
    await visitor.types('Still there?');
    await visitor.press('Send');
    await visitor.reads('Your messages will be sent when you’re back online.');
    await visitor.reads('Waiting…');
    await site.chat.heard('resume');
    site.chat.resume();
    await site.chat.acknowledge('Still there?', 4);
    await visitor.reads('Sent');
    expect(visitor.text()).not.to.contain('Waiting…');
  });

  it('tells the page when it is established and when it is lost', async () => {
    const { widget } = await site.visit();
    const told: boolean[] = [];
    widget.addEventListener('connect-chat-connection', ({ detail }) => told.push(detail.isConnected));
    await widget.show();
    await site.chat.started();
    await waitUntil(() => told.length === 1);
    site.chat.drop();
    await waitUntil(() => told.length === 2);
    await site.chat.heard('resume');
    site.chat.resume();
    await waitUntil(() => told.length === 3);
    expect(told).to.deep.equal([true, false, true]);
  });

  it('is given up if the service refuses the chat, and another chat can be started', async () => {
    const visitor = await site.visit();
    await visitor.widget.show();
    await site.chat.refuse('TOKEN_REFUSED');
    await visitor.reads('The chat couldn’t be started.');
    await visitor.press('Try again');
    await site.chat.started();
    await visitor.readsNoMore('The chat couldn’t be started.');
  });
});

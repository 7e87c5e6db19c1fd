import { expect, oneEvent } from '@open-wc/testing';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { fakeConfiguration } from '../../support/widget/fake-chat.js';
import { waitUntil } from '../../support/wait-until.js';

describe('a chat on its page', () => {
  let site: ReturnType<typeof createSite>;
  const own = document.title;
  beforeEach(() => (site = createSite('https://page.example')));
  afterEach(async () => {
    document.title = own;
    await site.leave();
  });
  const { features } = fakeConfiguration;

  it('continues when the page moves the element', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'Hello');
    await visitor.reads('Hello');
    const { length } = site.chat.sockets;
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(visitor.widget);
    await visitor.settled();
    await visitor.reads('Hello');
    expect(site.chat.sockets).to.have.length(length);
    elsewhere.remove();
  });

  it('is replaced when the page sets another widget', async () => {
    const visitor = await openChat(site);
    const ready = oneEvent(visitor.widget, 'connect-chat-ready');
    visitor.widget.widgetId = 'w2';
    expect((await ready).detail).to.deep.equal({ widgetId: 'w2' });
    expect(site.chat.sockets[0]!.isClosed).to.equal(true);
  });

  it('shows the number of unread messages before the title, if configured', async () => {
    document.title = 'Shop';
    const visitor = await openChat(site, {}, { features: { ...features, unreadInTitle: true } });
    await visitor.widget.hide();
    site.chat.say(2, 'one');
    await waitUntil(() => document.title === '(1) Shop');
    site.chat.say(3, 'two');
    await waitUntil(() => document.title === '(2) Shop');
    await visitor.widget.show();
    await waitUntil(() => document.title === 'Shop');
  });

  it('leaves the title unchanged, if not configured', async () => {
    document.title = 'Shop';
    const visitor = await openChat(site);
    await visitor.widget.hide();
    const unread = oneEvent(visitor.widget, 'connect-chat-unread');
    site.chat.say(2, 'one');
    await unread;
    await waitUntil(() => visitor.text().includes('Ada: one'));
    expect(document.title).to.equal('Shop');
  });

  it('names the agent above the transcript, with initials', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'Hello');
    await visitor.reads(/A Chat with us Ada/);
  });

  it('shows no initials if names are hidden', async () => {
    const visitor = await openChat(site, {}, { features: { ...features, names: false } });
    site.chat.say(2, 'Hello');
    await visitor.reads('Hello');
    expect(visitor.text()).to.match(/^Chat with us/);
  });

  it('uses the page’s names for participants who join', async () => {
    const customization = { names: { AGENT: 'A baker' } };
    const visitor = await openChat(site, { customization });
    site.chat.tell({
      type: 'item',
      item: {
        seq: 2,
        id: 'k1.2',
        type: 'EVENT',
        contentType: 'application/vnd.amazonaws.connect.event.participant.joined',
        content: null,
        participantId: 'agent',
        participantRole: 'AGENT',
        displayName: 'Ada',
        absoluteTime: new Date(Date.UTC(2026, 5, 1)).toISOString(),
      },
    });
    await visitor.reads('A baker has joined the chat');
  });

  it('can be read but not written in without a composer', async () => {
    const visitor = await site.visit({}, { features: { ...features, composer: false } });
    await visitor.widget.show();
    await site.chat.started();
    site.chat.say(2, 'An announcement');
    await visitor.reads('An announcement');
    expect(visitor.find('Message')).to.equal(undefined);
  });

  it('opens and closes by toggle()', async () => {
    const { widget } = await openChat(site);
    await widget.toggle();
    expect(widget.open).to.equal(false);
    await widget.toggle();
    expect(widget.open).to.equal(true);
  });

  it('uses the colour scheme that the visitor prefers, unless the widget sets one', async () => {
    const scheme = (widget: Element) =>
      widget.shadowRoot!.querySelector('connect-chat-panel')!.getAttribute('scheme');
    const visitor = await openChat(site);
    const preferred = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    expect(scheme(visitor.widget)).to.equal(preferred);
    site.chat.tell({
      type: 'configuration',
      configuration: { ...fakeConfiguration, theme: { ...fakeConfiguration.theme, colorScheme: 'dark' } },
    });
    await waitUntil(() => scheme(visitor.widget) === 'dark');
  });
});

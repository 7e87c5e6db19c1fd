import { expect, oneEvent } from '@open-wc/testing';
import { contentTypes } from '../../../shared/content-types.js';
import { createSite, openChat } from '../../support/widget/visitor.js';
import { happened, said } from '../../support/widget/items.js';
import { waitUntil } from '../../support/wait-until.js';

describe('messages of a chat', () => {
  let site: ReturnType<typeof createSite>;
  beforeEach(() => (site = createSite('https://messages.example')));
  afterEach(() => site.leave());
  const receipt = (delivered: number, read: number, participantId = 'agent') =>
    site.chat.tell({ type: 'receipt', participantId, delivered, read });

  it('are shown as being sent, sent, delivered and read', async () => {
    const visitor = await openChat(site);
    await visitor.types('hello');
    await visitor.press('Send');
    await visitor.reads('Sending…');
    await site.chat.acknowledge('hello', 3);
    await visitor.reads('Sent');
    receipt(3, 0);
    await visitor.reads('Delivered');
    receipt(3, 3);
    await visitor.reads('Read');
    receipt(3, 0);
    await visitor.settled();
    expect(visitor.text(), 'marks never fall').to.match(/hello Read/);
  });

  it('can be sent again or removed if they were refused', async () => {
    const visitor = await openChat(site);
    const refuse = async (): Promise<void> => {
      const { clientToken } = await site.chat.heard('message');
      site.chat.tell({ type: 'error', code: 'MESSAGE_TOO_LONG', message: 'No.', clientToken });
    };
    await visitor.types('much too long');
    await visitor.press('Send');
    await refuse();
    await visitor.reads('Not sent. It’s too long.');
    await visitor.press('Try again');
    await visitor.readsNoMore('Not sent.');
    await refuse();
    await visitor.press('Remove');
    expect(visitor.text()).not.to.contain('much too long');
  });

  it('are reported as read when they are seen, and not before', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'one');
    expect((await site.chat.heard('read')).seq).to.equal(2);
    await visitor.widget.hide();
    const unread = oneEvent(visitor.widget, 'connect-chat-unread');
    site.chat.say(3, 'two');
    expect((await unread).detail).to.deep.equal({ count: 1 });
    await visitor.widget.show();
    expect((await site.chat.heard('read')).seq).to.equal(3);
  });

  it('are not counted if another tab has read them', async () => {
    const visitor = await openChat(site);
    await visitor.widget.hide();
    const counts: number[] = [];
    visitor.widget.addEventListener('connect-chat-unread', ({ detail }) => counts.push(detail.count));
    site.chat.say(3, 'two');
    await waitUntil(() => counts.length === 1);
    receipt(3, 3, 'visitor');
    await waitUntil(() => counts.length === 2);
    expect(counts).to.deep.equal([1, 0]);
  });

  it('are dispatched to the page, and so is who joins and leaves', async () => {
    const { widget } = await openChat(site);
    const told: string[] = [];
    widget.addEventListener('connect-chat-message', ({ detail }) => told.push(detail.content!));
    widget.addEventListener('connect-chat-participant', ({ detail }) =>
      told.push(`${detail.item.displayName} ${detail.isPresent ? 'came' : 'left'}`),
    );
    site.chat.tell({ type: 'item', item: happened(2, 'joined') });
    site.chat.say(3, 'Hello');
    site.chat.tell({ type: 'item', item: happened(4, 'left') });
    await waitUntil(() => told.length === 3);
    expect(told).to.deep.equal(['Ada came', 'Hello', 'Ada left']);
  });

  it('of earlier pages are shown, and not dispatched', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'one');
    await visitor.reads('one');
    visitor.widget.remove();
    await Promise.resolve();
    const next = await site.visit();
    let told = 0;
    next.widget.addEventListener('connect-chat-message', () => (told += 1));
    await site.chat.heard('resume');
    site.chat.tell({
      type: 'resumed',
      contactId: 'k1',
      participantId: 'visitor',
      displayName: 'Cleo',
      lastSeq: 3,
    });
    for (const seq of [2, 3]) site.chat.say(seq, `line ${seq}`);
    await next.widget.show();
    await next.reads('line 3');
    expect(told).to.equal(0);
  });

  it('end the notice that their sender is typing', async () => {
    const visitor = await openChat(site);
    site.chat.tell({ type: 'typing', participantId: 'agent', participantRole: 'AGENT', displayName: 'Ada' });
    await visitor.reads('Ada is typing…');
    site.chat.tell({ type: 'item', item: said(2, 'Here I am.') });
    await visitor.readsNoMore('Ada is typing…');
  });

  it('leave the agent’s typing notice if they are the visitor’s own', async () => {
    const visitor = await openChat(site);
    await visitor.types('hello');
    await visitor.press('Send');
    site.chat.tell({ type: 'typing', participantId: 'agent', participantRole: 'AGENT', displayName: 'Ada' });
    await visitor.reads('Ada is typing…');
    await site.chat.acknowledge('hello', 3);
    await visitor.reads('Sent');
    expect(visitor.text()).to.contain('Ada is typing…');
  });

  it('of earlier chats stand above those of the next one', async () => {
    const visitor = await openChat(site);
    site.chat.say(2, 'from the first chat');
    site.chat.end(3);
    await visitor.press('New chat');
    await site.chat.heard('start');
    site.chat.tell({
      type: 'started',
      contactId: 'k2',
      participantToken: 'k2.secret',
      participantId: 'visitor-2',
      displayName: 'Cleo',
    });
    site.chat.tell({ type: 'item', item: said(1, 'from the second', { id: 'k2.1' }) });
    await visitor.reads('from the second');
    expect(visitor.text()).to.match(/from the first chat.*New chat.*from the second/);
    expect(visitor.text().match(/from the first chat/g)).to.have.length(1);
  });

  it('that are interactive are answered by pressing a button', async () => {
    const visitor = await openChat(site);
    const template = {
      templateType: 'QuickReply',
      version: '1.0',
      data: { content: { title: 'How was it?', elements: [{ title: 'Good' }, { title: 'Bad' }] } },
    };
    const content = JSON.stringify(template);
    const contentType = contentTypes.interactive;
    site.chat.tell({ type: 'item', item: said(2, content, { contentType }) });
    await visitor.press('Good');
    expect((await site.chat.heard('message')).content).to.equal('Good');
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import { ChatError } from '../../../../client/chat-error.js';
import { contentTypes } from '../../../../shared/content-types.js';
import type { TranscriptItem } from '../../../../shared/transcript-item.js';
import '../../../../widget/elements/define.js';
import type { TranscriptView } from '../../../../widget/elements/transcript/transcript-view.js';
import type { Photo } from '../../../../widget/photo/photo.js';
import { ChatIntentEvent, type ChatIntent } from '../../../../widget/events/chat-intent-event.js';
import { happened, ownSaid, said, visitorId } from '../../../support/widget/items.js';

const outgoing = (clientToken: string) => ({
  clientToken,
  contentType: 'text/plain',
  content: clientToken,
  createdAt: 1,
});

async function openTranscript(items: TranscriptItem[], change: Partial<TranscriptView> = {}) {
  const intents: ChatIntent[] = [];
  const view = await fixture<TranscriptView>(
    html`<connect-chat-transcript
      style="height: 300px; width: 340px; font: 15px sans-serif"
      .items=${items}
      .count=${items.length}
      .participantId=${visitorId}
    ></connect-chat-transcript>`,
  );
  view.addEventListener(ChatIntentEvent.eventName, (event) =>
    intents.push((event as ChatIntentEvent).intent),
  );
  Object.assign(view, change);
  await view.updateComplete;
  const root = view.shadowRoot!;
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, ' ').trim());
  const add = async (...added: TranscriptItem[]): Promise<void> => {
    items.push(...added);
    view.count = items.length;
    await view.updateComplete;
  };
  return { view, root, texts, add, intents, log: root.querySelector('.log')! };
}
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => said(index + 1, `line ${index + 1}`));
/**
 * Dispatches the event at once: browsers dispatch it with the next frame, which a page in the background may not get.
 */
const tellOfScroll = (log: Element): boolean => log.dispatchEvent(new Event('scroll'));

const picture = 'https://pictures.invalid/ada.png';

describe('<connect-chat-transcript>', () => {
  it('is accessible, and a log', async () => {
    const { view, log } = await openTranscript([happened(1, 'joined'), said(2, 'Hello'), ownSaid(3, 'Hi')], {
      waiting: [outgoing('one more')],
      typing: 'Ada',
      welcome: 'Welcome!',
    });
    await expect(view).to.be.accessible();
    expect(log.getAttribute('role')).to.equal('log');
  });
  it('has a sentence for every event', async () => {
    const events = Object.values(contentTypes).filter((contentType) => contentType.includes('.event.'));
    const { texts } = await openTranscript(
      events.map((contentType, index) => happened(index + 1, 'joined', { contentType })),
    );
    expect(texts('.note').filter((text) => text !== '')).to.have.length(events.length);
  });
  it('begins with the welcome message, whose sender is the chat’s title', async () => {
    const { root, texts } = await openTranscript([], {
      welcome: 'Welcome! See https://shop.example',
      heading: 'Corner Bakery',
    });
    expect(texts('.message .name')).to.deep.equal(['Corner Bakery']);
    expect(texts('.message.other .bubble')).to.deep.equal(['Welcome! See https://shop.example']);
    await customElements.whenDefined('connect-chat-text');
    const linked = root.querySelector('connect-chat-text')!;
    await linked.updateComplete;
    expect(linked.shadowRoot!.querySelector('a')!.href).to.equal('https://shop.example/');
  });
  it('shows initials once for a group of messages, and an icon for automatic ones', async () => {
    const { texts, root } = await openTranscript([
      said(1, 'a', { displayName: 'Ada King Lovelace' }),
      said(2, 'b', { displayName: 'Ada King Lovelace' }),
      ownSaid(3, 'c'),
      said(4, 'd', { displayName: '漢', participantId: 'other' }),
      said(5, 'e', { participantRole: 'SYSTEM', participantId: 'flow' }),
    ]);
    expect(texts('.avatar')).to.deep.equal(['AL', '漢', '']);
    expect(root.querySelectorAll('.system .avatar svg')).to.have.length(1);
    expect(root.querySelector('.avatar')!.getAttribute('aria-hidden')).to.equal('true');
  });
  it('shows a sender’s picture over the initials, and a picture that the page provides', async () => {
    const { root, texts, view } = await openTranscript(
      [
        said(1, 'a', { displayName: 'Ada Lovelace' }),
        ownSaid(2, 'b'),
        said(3, 'c', { displayName: 'Bo', participantId: 'other' }),
      ],
      { photoOf: ({ participantId }) => (participantId === 'agent' ? picture : undefined) },
    );
    expect(texts('.avatar')).to.deep.equal(['AL', 'B']);
    const photos = () => [...root.querySelectorAll('.avatar connect-chat-photo')];
    await customElements.whenDefined('connect-chat-photo');
    await (photos()[0] as Photo).updateComplete;
    expect(photos().map((photo) => (photo as Photo).address)).to.deep.equal([picture]);
    const { width, height } = photos()[0]!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([28, 28]);
    view.photoOf = () => picture;
    view.hasNames = false;
    await view.updateComplete;
    expect(photos()).to.have.length(3);
  });
  it('shows who is typing, as moving dots and as a text', async () => {
    const { view, root, texts } = await openTranscript([said(1, 'a')], { typing: 'Ada' });
    expect(texts('.typing')).to.deep.equal(['Ada is typing…']);
    expect(root.querySelectorAll('.dots i')).to.have.length(3);
    expect(root.querySelector('.typing')!.getAttribute('aria-live')).to.equal('polite');
    view.typing = '';
    await view.updateComplete;
    expect(root.querySelector('.dots')).to.equal(null);
  });
  it('shows a chosen time in words, and other texts as they are', async () => {
    const { root } = await openTranscript([
      ownSaid(1, '2026-12-01T09:30+00:00'),
      ownSaid(2, 'At 2026-12-01T09:30+00:00'),
      ownSaid(3, 'The 1st of December'),
    ]);
    await customElements.whenDefined('connect-chat-text');
    const chosen = root.querySelectorAll('connect-chat-text');
    expect(chosen).to.have.length(1);
    await chosen[0]!.updateComplete;
    expect(chosen[0]!.shadowRoot!.textContent).to.contain('December');
  });
  it('shows texts as text, and never as markup', async () => {
    const { root, texts } = await openTranscript([said(1, '<img src=x onerror=alert(1)> & "so"\n  on')]);
    expect(root.querySelector('img')).to.equal(null);
    expect(root.querySelector('.bubble')!.textContent).to.equal('<img src=x onerror=alert(1)> & "so"\n  on');
    expect(texts('.name > :first-child')).to.deep.equal(['Ada']);
  });
  it('shows the time once for a group of messages, and a divider between days', async () => {
    const at = (day: number, minute: number) => ({
      absoluteTime: new Date(2026, 2, day, 12, minute).toISOString(),
    });
    const { texts } = await openTranscript([
      said(1, 'a', at(2, 0)),
      said(2, 'b', at(2, 4)),
      said(3, 'c', at(2, 30)),
      said(4, 'd', at(3, 0)),
    ]);
    expect(texts('.name')).to.deep.equal(['Ada 12:00 PM', 'Ada 12:30 PM', 'Ada 12:00 PM']);
    expect(texts('.divider')).to.deep.equal(['Monday, March 2, 2026', 'Tuesday, March 3, 2026']);
  });
  it('shows a divider between chats, and the visitor of an earlier chat on the same side', async () => {
    const before = ownSaid(2, 'before');
    const { texts } = await openTranscript(
      [{ ...before, participantId: 'visitor-then', id: 'k0.2' }, said(3, 'hello')],
      { ownRole: 'CUSTOMER' },
    );
    expect(texts('.own .bubble')).to.deep.equal(['before']);
    expect(texts('.divider').slice(1)).to.deep.equal(['New chat']);
  });
  it('names a sender once for a group, and shows who joined and left, except the visitor', async () => {
    const { texts } = await openTranscript([
      happened(1, 'joined', { participantId: visitorId, displayName: 'Cleo' }),
      happened(2, 'joined'),
      said(3, 'Hello'),
      said(4, 'How can I help?'),
      happened(5, 'left'),
      happened(6, 'ended', { participantId: null, displayName: null }),
    ]);
    expect(texts('.name > :first-child')).to.deep.equal(['Ada']);
    expect(texts('.note')).to.deep.equal([
      'Ada has joined the chat',
      'Ada has left the chat',
      'The chat has ended',
    ]);
  });
  it('shows under the last own message whether it was sent, delivered or read', async () => {
    const { view, texts } = await openTranscript([ownSaid(2, 'one'), ownSaid(4, 'two')]);
    expect(texts('.state')).to.deep.equal(['Sent']);
    view.marks = { delivered: 4, read: 2 };
    await view.updateComplete;
    expect(texts('.state')).to.deep.equal(['Delivered']);
    view.marks = { delivered: 4, read: 4 };
    await view.updateComplete;
    expect(texts('.state')).to.deep.equal(['Read']);
  });
  it('marks messages that are not stored, and offers to send refused ones again or remove them', async () => {
    const refused = { ...outgoing('b'), refusal: new ChatError('CONTACT_ENDED', 'The chat has ended.') };
    const { root, texts, intents } = await openTranscript([], {
      waiting: [outgoing('a'), refused],
      isLive: false,
    });
    expect(texts('.bubble')).to.deep.equal(['a', 'b']);
    expect(texts('.state')[0]).to.equal('Waiting…');
    expect(texts('.state')[1]).to.contain('Not sent. The chat has ended.');
    root.querySelectorAll<HTMLElement>('.state button').forEach((button) => button.click());
    expect(intents.filter(({ type }) => type !== 'seen')).to.deep.equal([
      { type: 'retry', clientToken: 'b' },
      { type: 'discard', clientToken: 'b' },
    ]);
  });
  it('stays at the end while the reader is there', async () => {
    const { log, add } = await openTranscript(many(60));
    expect(log.scrollTop + log.clientHeight).to.be.closeTo(log.scrollHeight, 2);
    await add(said(61, 'newest'));
    expect(log.scrollTop + log.clientHeight).to.be.closeTo(log.scrollHeight, 2);
  });
  it('stays at the end when it shrinks before an earlier scroll event arrives', async () => {
    const { view, log, add } = await openTranscript(many(60));
    view.style.height = '120px';
    tellOfScroll(log);
    await add(said(61, 'newest'));
    expect(view.showsEnd).to.equal(true);
    expect(log.scrollTop + log.clientHeight).to.be.closeTo(log.scrollHeight, 2);
  });
  it('keeps the place of a reader who scrolled back, and offers a button to new messages', async () => {
    const { view, root, log, add, intents } = await openTranscript(many(60));
    log.scrollTop = 0;
    tellOfScroll(log);
    await add(said(61, 'newest'));
    expect(log.scrollTop).to.equal(0);
    expect(view.showsEnd).to.equal(false);
    root.querySelector<HTMLElement>('.newest')!.click();
    tellOfScroll(log);
    await view.updateComplete;
    expect(root.querySelector('.newest')).to.equal(null);
    expect(intents).to.deep.include({ type: 'seen' });
  });

  it('renders the newest messages of a long transcript, and not more of them when others arrive', async () => {
    const { root, add } = await openTranscript(many(1_000));
    const bubbles = () => root.querySelectorAll('.bubble');
    expect(bubbles()[bubbles().length - 1]!.textContent).to.equal('line 1000');
    for (let line = 1_001; line <= 1_300; line += 1) await add(said(line, `line ${line}`));
    expect(bubbles()[bubbles().length - 1]!.textContent).to.equal('line 1300');
    expect(bubbles().length).to.be.within(30, 60);
  });
  it('renders earlier messages when the reader scrolls back, without moving what is being read', async () => {
    const { view, root, log, add } = await openTranscript(many(1_000));
    const drawn = root.querySelectorAll('.bubble').length;
    log.scrollTop = 100;
    const read = root.querySelector('.bubble')!;
    const place = read.getBoundingClientRect().top;
    tellOfScroll(log);
    await view.updateComplete;
    expect(root.querySelectorAll('.bubble').length).to.equal(drawn + 30);
    expect(read.getBoundingClientRect().top).to.be.closeTo(place, 1);
    // Screen readers announce only the items that follow.
    expect(log.getAttribute('aria-live')).to.equal('off');
    await add(said(1_001, 'news'));
    expect(log.hasAttribute('aria-live')).to.equal(false);
  });
  it('drops no messages of a reader who scrolled back, until the button to the newest is pressed', async () => {
    const { view, root, log, add } = await openTranscript(many(1_000));
    log.scrollTop = 0;
    tellOfScroll(log);
    await view.updateComplete;
    const first = root.querySelector('.bubble')!.textContent;
    for (let line = 1_001; line <= 1_200; line += 1) await add(said(line, `line ${line}`));
    expect(root.querySelector('.bubble')!.textContent).to.equal(first);
    root.querySelector<HTMLElement>('.newest')!.click();
    await view.updateComplete;
    expect(root.querySelectorAll('.bubble').length).to.equal(30);
    expect(log.scrollHeight - log.scrollTop - log.clientHeight).to.be.below(2);
  });
  it('offers a button to earlier messages until the first, and keeps the focus in the transcript', async () => {
    const { view, root, log } = await openTranscript(many(100), { welcome: 'Welcome!' });
    const button = () => root.querySelector<HTMLElement>('.earlier');
    expect(root.querySelector('[part~=welcome]')).to.equal(null);
    for (let presses = 0; button(); presses += 1) {
      expect(presses).to.be.below(3);
      button()!.focus();
      button()!.click();
      await view.updateComplete;
    }
    expect(root.querySelector('.bubble:not([part~=welcome])')!.textContent).to.equal('line 1');
    expect(root.querySelector('[part~=welcome]')!.textContent).to.equal('Welcome!');
    expect(root.activeElement).to.equal(log);
  });
  it('renders enough messages to fill a high window', async () => {
    const { view, root, log } = await openTranscript(many(1_000));
    view.style.height = '4000px';
    view.requestUpdate();
    await view.updateComplete;
    for (let updates = 0; updates < 40; updates += 1) await view.updateComplete;
    expect(log.scrollHeight).to.be.at.least(2 * log.clientHeight);
    expect(root.querySelector('.bubble')!.textContent).not.to.equal('line 1');
  });
});

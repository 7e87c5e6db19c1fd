import { expect, fixture, html } from '@open-wc/testing';
import { ChatError } from '../../../client/chat-error.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import '../../../widget/elements/define.js';
import type { TranscriptView } from '../../../widget/elements/transcript-view.js';
import { TalkEvent, type TalkIntent } from '../../../widget/events/talk-event.js';
import { happened, ownSaid, said, visitorId } from '../../support/widget/items.js';

const outgoing = (clientToken: string) => ({
  clientToken,
  contentType: 'text/plain',
  content: clientToken,
  createdAt: 1,
});

async function openTranscript(items: TranscriptItem[], change: Partial<TranscriptView> = {}) {
  const intents: TalkIntent[] = [];
  const view = await fixture<TranscriptView>(
    html`<connect-chat-transcript
      style="height: 300px; width: 340px; font: 15px sans-serif"
      .items=${items}
      .count=${items.length}
      .participantId=${visitorId}
    ></connect-chat-transcript>`,
  );
  view.addEventListener(TalkEvent.eventName, (event) => intents.push((event as TalkEvent).intent));
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
/** Said at once: a browser tells of it with its next frame, which a page behind others may wait long for. */
const tellOfScroll = (log: Element): boolean => log.dispatchEvent(new Event('scroll'));

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
  it('shows texts as text, and never as markup', async () => {
    const { root, texts } = await openTranscript([said(1, '<img src=x onerror=alert(1)> & "so"\n  on')]);
    expect(root.querySelector('img')).to.equal(null);
    expect(root.querySelector('.bubble')!.textContent).to.equal('<img src=x onerror=alert(1)> & "so"\n  on');
    expect(texts('.name')).to.deep.equal(['Ada']);
  });
  it('names somebody once in a row, and tells who came and went, but not oneself', async () => {
    const { texts } = await openTranscript([
      happened(1, 'joined', { participantId: visitorId, displayName: 'Cleo' }),
      happened(2, 'joined'),
      said(3, 'Hello'),
      said(4, 'How can I help?'),
      happened(5, 'left'),
      happened(6, 'ended', { participantId: null, displayName: null }),
    ]);
    expect(texts('.name')).to.deep.equal(['Ada']);
    expect(texts('.note')).to.deep.equal([
      'Ada has joined the chat',
      'Ada has left the chat',
      'The chat has ended',
    ]);
  });
  it('says under the last own message how far it has got', async () => {
    const { view, texts } = await openTranscript([ownSaid(2, 'one'), ownSaid(4, 'two')]);
    expect(texts('.state')).to.deep.equal(['Sent']);
    view.marks = { delivered: 4, read: 2 };
    await view.updateComplete;
    expect(texts('.state')).to.deep.equal(['Delivered']);
    view.marks = { delivered: 4, read: 4 };
    await view.updateComplete;
    expect(texts('.state')).to.deep.equal(['Read']);
  });
  it('shows what is not stored as such, and lets what was refused be sent again or removed', async () => {
    const refused = { ...outgoing('b'), refusal: new ChatError('CONTACT_ENDED', 'The chat has ended.') };
    const { root, texts, intents } = await openTranscript([], {
      waiting: [outgoing('a'), refused],
      isLive: false,
    });
    expect(texts('.bubble')).to.deep.equal(['a', 'b']);
    expect(texts('.state')[0]).to.equal('Waiting …');
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
  it('leaves a reader who scrolled back in peace, and shows the way to what is new', async () => {
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
});
